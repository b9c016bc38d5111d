import { Injectable } from '@nestjs/common';
import { EMPTY_LOG, type ChainHead, type SealedEntry } from './audit-entry.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSettings } from './audit-settings.js';
import { isSealedArchive, type ArchiveRecord } from './chain/archive-record.js';
import type { AuditKeys } from './chain/audit-keys.js';
import { inRuns, type AuditProblem } from './chain/audit-problem.js';
import { readCheckpoint, type Checkpoint } from './chain/checkpoint.js';
import { nameSuspects } from './chain/name-suspects.js';
import { walkChain } from './chain/walk-chain.js';
import { readLines } from './checkpoint-file.js';

const PAGE = 10_000;

export interface VerifyReport {
  readonly entries: number;
  /** Entries up to here lie in archives; 0 where there are none. */
  readonly archivedThrough: number;
  readonly lastSequence: number;
  readonly checkpoints: number;
  readonly lastCheckpoint: Checkpoint | null;
  readonly problems: readonly AuditProblem[];
}

/** Finds whatever was changed, moved, copied, added or taken away behind the service's back. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly repository: AuditRepository,
    private readonly settings: AuditSettings,
  ) {}

  /** Verifies the log as it is now, against its archives and its checkpoints. */
  async verify(): Promise<VerifyReport> {
    const { keys } = this.settings;
    const lines = await readLines(this.settings.checkpointFile);
    const checkpoints = lines.flatMap((line) => readCheckpoint(line, keys) ?? []);
    const { start, problems } = followArchives(await this.repository.archives(), keys);
    const walked = await walkChain(
      start,
      this.pages(start.sequence, await this.repository.head()),
      checkpoints.filter(({ sequence }) => sequence > start.sequence),
      keys,
    );
    const suspects = await nameSuspects(
      walked.suspects,
      walked.problems.filter(({ kind }) => kind === 'MISSING' || kind === 'CUT_OFF'),
      keys,
      (macs) => this.repository.sequencesOf(macs),
    );
    return {
      entries: walked.entries,
      archivedThrough: start.sequence,
      lastSequence: walked.head.sequence,
      checkpoints: checkpoints.length,
      lastCheckpoint: checkpoints.at(-1) ?? null,
      problems: inRuns([...problems, ...badLines(lines, keys), ...walked.problems, ...suspects]),
    };
  }

  // A sequence number that stands twice must not fall between two pages: the last one of a full page is read again.
  private async *pages(start: number, head: ChainHead): AsyncGenerator<SealedEntry[]> {
    let after = start;
    for (;;) {
      const page = await this.repository.entriesBetween(after, head.sequence, PAGE);
      const last = page.at(-1)?.sequence ?? 0;
      const whole = page.length < PAGE ? page : page.filter(({ sequence }) => sequence < last);
      yield whole.length > 0 ? whole : page;
      if (page.length < PAGE) return;
      after = whole.at(-1)?.sequence ?? last;
    }
  }
}

function badLines(lines: readonly string[], keys: AuditKeys): AuditProblem[] {
  return lines.flatMap((line, index) =>
    readCheckpoint(line, keys)
      ? []
      : [
          {
            kind: 'BAD_CHECKPOINT',
            sequence: index + 1,
            through: index + 1,
            detail: 'A line of the checkpoint file.',
          },
        ],
  );
}

/** Where the chain goes on in the database, and which records of archives are forged or do not follow each other. */
function followArchives(
  records: readonly ArchiveRecord[],
  keys: AuditKeys,
): { start: ChainHead; problems: AuditProblem[] } {
  let start = EMPTY_LOG;
  const problems: AuditProblem[] = [];
  for (const record of records) {
    const { firstSequence, lastSequence, previousMac, headMac, fileName } = record;
    const isNext = firstSequence === start.sequence + 1 && previousMac === start.mac;
    if (!isNext || !isSealedArchive(record, keys)) {
      problems.push({
        kind: 'BAD_ARCHIVE',
        sequence: firstSequence,
        through: lastSequence,
        detail: fileName,
      });
    }
    start = { sequence: lastSequence, mac: headMac };
  }
  return { start, problems };
}
