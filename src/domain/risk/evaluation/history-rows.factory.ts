import type { HistoryRow } from './history-rows.js';
import { addDays, day } from '../../shared/day.js';
import { seededRandom } from '../../shared/seeded-random.js';

/**
 * Six years of visits: some places are worse than others, one kind is worse than the other, and a strict inspector
 * finds twice as much. The same seed gives the same rows.
 */
export function randomHistoryRows(facilities: number, seed: number): HistoryRow[] {
  const random = seededRandom(seed);
  const rows = Array.from({ length: facilities }, (_, facility) => {
    const isBadKind = random() < 0.4;
    const risk = Math.min(0.9, (isBadKind ? 0.3 : 0.12) * (0.3 + 2 * random()));
    const size = Math.floor(5 + 60 * random());
    return Array.from({ length: 6 }, (_, visit): HistoryRow => {
      const isStrict = random() < 0.5;
      const isSerious = random() < Math.min(0.95, risk * (isStrict ? 1.4 : 0.6));
      return {
        facilityId: `f${facility}`,
        inspectedOn: addDays(day('2019-01-01'), Math.floor(visit * 360 + 360 * random())),
        isSerious,
        findings: Math.floor((isSerious ? 4 : 1) * 2 * random()),
        inspectorId: isStrict ? 'strict' : 'mild',
        facts: { num_size: size, cat_kind: isBadKind ? 'bad' : 'good' },
      };
    });
  }).flat();
  return rows.sort((a, b) => (a.inspectedOn < b.inspectedOn ? -1 : a.inspectedOn > b.inspectedOn ? 1 : 0));
}
