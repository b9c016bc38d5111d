import { daysBetween, type Day } from '../../shared/day.js';

/** Visits within so many days could have changed places with each other. */
export const EXCHANGE_DAYS = 60;

/** What the figure takes for granted; goes wherever the figure goes. */
export const DAYS_EARLIER_ASSUMPTION =
  'the visits of each 60 days change days among themselves, highest score first, and find the same as they did';

/**
 * Mean days by which serious visits would have come earlier (below 0: later), had the visits of each 60 days been made
 * in the order of their scores on the same days. `groups`, where given, keep their days to themselves: one inspector's
 * visits then only change with each other. NaN without serious visits.
 */
export function daysEarlier(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  occurredOn: readonly Day[],
  weights: ArrayLike<number>,
  groups?: readonly (string | null)[],
): number {
  const first = occurredOn.reduce<Day | undefined>(
    (earliest, day) => (earliest === undefined || day < earliest ? day : earliest),
    undefined,
  );
  if (first === undefined) return Number.NaN;
  const offsets = occurredOn.map((day) => daysBetween(first, day));
  const blocks = Map.groupBy(offsets.keys(), (row) => {
    return `${Math.floor(offsets[row]! / EXCHANGE_DAYS)} ${groups?.[row] ?? ''}`;
  });
  let gained = 0;
  let serious = 0;
  for (const block of blocks.values()) {
    const rows = block.filter((row) => weights[row]! > 0);
    const days = rows.map((row) => offsets[row]!).sort((a, b) => a - b);
    const weightOfDay = rows.toSorted((a, b) => offsets[a]! - offsets[b]!).map((row) => weights[row]!);
    const byScore = rows.toSorted((a, b) => scores[b]! - scores[a]! || a - b);
    let slot = 0;
    let leftInSlot = weightOfDay[0] ?? 0;
    // Rows of the same score share the days that fall to them.
    for (let from = 0; from < byScore.length;) {
      let to = from;
      let tied = 0;
      while (to < byScore.length && scores[byScore[to]!] === scores[byScore[from]!]) {
        tied += weights[byScore[to]!]!;
        to += 1;
      }
      let dayTotal = 0;
      for (let left = tied; left > 1e-9;) {
        const taken = Math.min(left, leftInSlot);
        dayTotal += taken * days[slot]!;
        left -= taken;
        leftInSlot -= taken;
        if (leftInSlot <= 1e-9) {
          slot += 1;
          leftInSlot = weightOfDay[slot] ?? Number.POSITIVE_INFINITY;
        }
      }
      for (const row of byScore.slice(from, to)) {
        if (outcomes[row] !== 1) continue;
        gained += weights[row]! * (offsets[row]! - dayTotal / tied);
        serious += weights[row]!;
      }
      from = to;
    }
  }
  return gained / serious;
}
