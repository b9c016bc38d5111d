import type { SealedEntry } from '../audit-entry.js';
import type { AuditKeys } from './audit-keys.js';
import type { AuditProblem } from './audit-problem.js';
import { sealedContent } from './seal-entries.js';

/** More than this, and every entry is just called changed: somebody rewrote the log. */
const MOST_LOOKED_INTO = 200;

/**
 * Says of entries whose seal does not fit what became of them: an entry that is whole at another sequence number was
 * moved, or copied where the original still stands; all others were changed. `sequencesOf` answers where else in the log
 * the same seals stand.
 */
export async function nameSuspects(
  suspects: readonly SealedEntry[],
  missing: readonly AuditProblem[],
  keys: AuditKeys,
  sequencesOf: (macs: readonly string[]) => Promise<ReadonlyMap<string, readonly number[]>>,
): Promise<AuditProblem[]> {
  const isLookedInto = suspects.length > 0 && suspects.length <= MOST_LOOKED_INTO;
  const elsewhere = isLookedInto
    ? await sequencesOf(suspects.map(({ mac }) => mac))
    : new Map<string, number[]>();
  const places = isLookedInto ? openPlaces(suspects, missing) : [];
  return suspects.map((entry) => {
    const { sequence } = entry;
    const isFrom = (place: number): boolean =>
      place !== sequence &&
      keys.isSeal(entry.keyId, sealedContent({ ...entry, sequence: place }), entry.mac) === true;
    const original = elsewhere.get(entry.mac)?.find(isFrom);
    if (original !== undefined) {
      return { kind: 'COPIED', sequence, through: sequence, detail: `It is a copy of entry ${original}.` };
    }
    const place = places.find(isFrom);
    return place === undefined
      ? { kind: 'CHANGED', sequence, through: sequence, detail: '' }
      : { kind: 'MOVED', sequence, through: sequence, detail: `It was written as entry ${place}.` };
  });
}

// Where an entry can come from: a place that is empty now, or that another suspect took.
function openPlaces(suspects: readonly SealedEntry[], missing: readonly AuditProblem[]): number[] {
  const places = suspects.map(({ sequence }) => sequence);
  for (const { sequence, through } of missing) {
    for (let place = sequence; place <= through && places.length < 2 * MOST_LOOKED_INTO; place += 1)
      places.push(place);
  }
  return places;
}
