import type { RiskFeature } from '../features/risk-feature.js';
import { addDays, day } from '../../shared/day.js';
import { seededRandom } from '../../shared/seeded-random.js';
import type { VisitTable } from '../visit-table.js';
import { logistic } from './search-logistic.js';

/** A feature of this key for tables made by hand. */
export function namedFeature(
  key: string,
  expectedDirection: RiskFeature['expectedDirection'] = 0,
): RiskFeature {
  return {
    key,
    label: { da: key, en: key },
    sourceAuthority: null,
    secrecyClass: 'SHARED',
    expectedDirection,
    isActionable: false,
    unit: 'AMOUNT',
    scale: 'LINEAR',
    measure: () => null,
  };
}

/** Rows by hand: each is the outcome, then one value per feature; null where it is not known. */
export function tableOf(
  features: readonly RiskFeature[],
  rows: readonly (readonly [outcome: number, ...values: (number | null)[]])[],
): VisitTable {
  const occurredOn = rows.map((_, row) => addDays(day('2022-01-01'), row));
  return {
    rows: rows.length,
    facilityIds: rows.map((_, row) => `f${row >> 1}`),
    facilities: Int32Array.from(rows, (_, row) => row >> 1),
    visitKeys: rows.map((_, row) => `v${row}`),
    occurredOn,
    availableOn: occurredOn,
    outcomes: Uint8Array.from(rows, ([outcome]) => outcome),
    hasHistory: Uint8Array.from(rows, () => 1),
    features,
    columns: features.map((_, column) => Float64Array.from(rows, (row) => row[column + 1] ?? Number.NaN)),
  };
}

/** Visits whose log-odds are -1 + A - B / 2 and a step of 1 where C is above 0; D tells nothing. */
export function randomVisits(rows: number, seed: number): VisitTable {
  const random = seededRandom(seed);
  const draw = (): number => random() + random() + random() + random() - 2;
  return tableOf(
    [namedFeature('A', 1), namedFeature('B', -1), namedFeature('C', 1), namedFeature('D')],
    Array.from({ length: rows }, () => {
      const [a, b, c, d] = [2 * draw(), 2 * draw(), draw(), draw()];
      const isKnown = random() < 0.9;
      const outcome = random() < logistic(-1 + a - b / 2 + (c > 0 ? 1 : 0)) ? 1 : 0;
      return [outcome, isKnown ? a : null, b, c, d] as const;
    }),
  );
}
