import type { Response } from 'express';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { Voice } from '../../wording/voice.js';
import { DraftReader, EMPTY_DRAFT, type Draft } from './draft.js';
import type { Problem } from './error-summary.view.js';

/** What a page with a form shows beside its data. */
export interface ShownDraft {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly isSaved: boolean;
}

/** Of a page that is asked for; `saved` is what its address says after saving. */
export function untouched(saved?: unknown): ShownDraft {
  return { draft: EMPTY_DRAFT, problems: [], isSaved: saved === 'ja' };
}

interface Round {
  readonly draft: Draft;
  readonly voice: Voice;
  readonly response: Response;
  /** The address that is led to after saving. */
  readonly next: string;
  /** Reads the draft, notes what is wrong with it, and answers how to save it. */
  readonly read: (reader: DraftReader) => () => Promise<unknown>;
  /** Writes the page with what was written. */
  readonly show: (shown: ShownDraft) => Promise<void> | void;
}

/** Saves a draft and leads on, or shows the page again with all that was written and what is wrong with it. */
export async function saveDraft({ draft, voice, response, next, read, show }: Round): Promise<void> {
  const reader = new DraftReader(draft, voice);
  const write = read(reader);
  if (reader.problems.length === 0) {
    try {
      await write();
      response.redirect(303, next);
      return;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      reader.problem(undefined, voice.words.judgement.problems.refused);
    }
  }
  response.status(422);
  await show({ draft, problems: reader.problems, isSaved: false });
}

/** What the writer can do something about on the page. */
function isRefusal(error: unknown): boolean {
  return error instanceof ExpectedError && (error.code === 'BAD_INPUT' || error.code === 'CONFLICT');
}
