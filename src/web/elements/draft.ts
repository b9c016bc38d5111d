import { textFault } from '../../domain/shared/written-text.js';
import type { Voice } from '../../wording/voice.js';
import type { Problem } from './error-summary.view.js';
import { readDay } from './read-day.js';

/** What somebody wrote into a form, kept when it cannot be saved. */
export type Draft = Readonly<Record<string, string>>;

export const EMPTY_DRAFT: Draft = {};

const LONGEST_KEPT = 5_000;

/** The texts of a form; whatever is no text is left out. */
export function draftOf(form: Record<string, unknown> | undefined): Draft {
  return Object.fromEntries(
    Object.entries(form ?? {}).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.slice(0, LONGEST_KEPT)]] : [],
    ),
  );
}

/** Reads the fields of a draft one by one and collects what is wrong with them, in the words of a language. */
export class DraftReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly voice: Voice,
  ) {}

  text(field: string, label: string): string {
    const value = this.draft[field] ?? '';
    const fault = textFault(value);
    if (fault) this.problem(field, this.words[fault](label));
    return value;
  }

  day(field: string, label: string): string {
    const value = readDay(this.draft[field] ?? '');
    if (!value) this.problem(field, this.words.day(label));
    return value ?? '';
  }

  /** A choice from a list that the service itself checks. */
  chosen(field: string, label: string): string {
    const value = this.draft[field] ?? '';
    if (value === '') this.problem(field, this.words.choose(label));
    return value;
  }

  choice<Value extends string>(field: string, label: string, values: readonly Value[]): Value {
    const value = values.find((each) => each === this.draft[field]);
    if (value === undefined) this.problem(field, this.words.choose(label));
    return value ?? values[0]!;
  }

  problem(field: string | undefined, text: string): void {
    this.problems.push({ field, text });
  }

  private get words(): Voice['words']['judgement']['problems'] {
    return this.voice.words.judgement.problems;
  }
}
