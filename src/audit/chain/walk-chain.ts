import type { ChainHead, SealedEntry } from '../audit-entry.js';
import type { AuditKeys } from './audit-keys.js';
import type { AuditProblem, AuditProblemKind } from './audit-problem.js';
import type { Checkpoint } from './checkpoint.js';
import { sealedContent } from './seal-entries.js';

export interface WalkedChain {
  readonly entries: number;
  /** The last entry that is there. */
  readonly head: ChainHead;
  readonly problems: readonly AuditProblem[];
  /** Entries whose seal does not fit; some of them are entries of another place. */
  readonly suspects: readonly SealedEntry[];
}

/**
 * Follows the log from `start` on. `pages` hold all entries that are there, by sequence; `checkpoints` are those whose
 * own seal fits, in any order, none from before `start`.
 */
export async function walkChain(
  start: ChainHead,
  pages: AsyncIterable<readonly SealedEntry[]>,
  checkpoints: readonly Checkpoint[],
  keys: AuditKeys,
): Promise<WalkedChain> {
  const seenBy = Map.groupBy(checkpoints, (checkpoint) => checkpoint.sequence);
  const problems: AuditProblem[] = [];
  const suspects: SealedEntry[] = [];
  const report = (kind: AuditProblemKind, sequence: number, detail: string, through = sequence): void =>
    void problems.push({ kind, sequence, through, detail });
  let head = start;
  let isHeadSound = true;
  let entries = 0;
  for await (const page of pages) {
    for (const entry of page) {
      const { sequence } = entry;
      const isNext = sequence === head.sequence + 1;
      if (sequence > head.sequence + 1) report('MISSING', head.sequence + 1, '', sequence - 1);
      if (sequence <= head.sequence) report('COPIED', sequence, 'The sequence number stands twice.');
      const isSealed = keys.isSeal(entry.keyId, sealedContent(entry), entry.mac);
      if (isSealed === undefined)
        report('UNKNOWN_KEY', sequence, `The key ${entry.keyId} is not configured.`);
      else if (!isSealed) suspects.push(entry);
      else if (isNext && isHeadSound && entry.previousMac !== head.mac) report('BROKEN_LINK', sequence, '');
      for (const { mac, at } of seenBy.get(sequence) ?? []) {
        if (mac !== entry.mac)
          report('OTHER_THAN_CHECKPOINT', sequence, `Another entry stood here on ${at}.`);
      }
      isHeadSound = isSealed === true;
      head = { sequence, mac: entry.mac };
      entries += 1;
    }
  }
  const lastSeen = checkpoints.reduce((last, { sequence }) => Math.max(last, sequence), 0);
  if (lastSeen > head.sequence) {
    const { at } = seenBy.get(lastSeen)![0]!;
    report('CUT_OFF', head.sequence + 1, `They were there on ${at}.`, lastSeen);
  }
  return { entries, head, problems, suspects };
}
