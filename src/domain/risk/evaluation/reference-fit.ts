import { fitRidge } from '../model/fit-ridge.js';
import { describeColumn, standardise } from '../model/feature-column.js';
import type { KnownHistory } from '../known-history.js';
import type { VisitTable } from '../visit-table.js';
import type { RiskFeature } from '../features/risk-feature.js';
import { DAYS_PER_YEAR } from '../features/decay.js';
import { judgedVisits } from '../features/visits-known.js';
import type { Authority } from '../../shared/authority.js';
import { daysBetween } from '../../shared/day.js';

const PREFIX = 'REFERENCE ';
const RIDGE = 1;
const PRIOR_VISITS = 2;
const MOST_YEARS = 4;
const LEAST_LEVEL_ROWS = 60;

/**
 * What the plain fit looks at, so that it is measured beside the model's features: the scored authority's own history,
 * every visit counting the same.
 */
export function referenceFeatures(authority: Authority): RiskFeature[] {
  const history = (
    name: string,
    of: (known: KnownHistory, usual: number) => number | undefined,
  ): RiskFeature => ({
    key: `${PREFIX}${name}`,
    label: { da: name, en: name },
    sourceAuthority: authority,
    secrecyClass: 'SHARED',
    expectedDirection: 0,
    isActionable: false,
    unit: 'AMOUNT',
    scale: 'LINEAR',
    measure: (known, { seriousBaseRates }) =>
      judgedVisits(known, authority).length === 0
        ? null
        : (of(known, seriousBaseRates[authority] ?? 0) ?? null),
  });
  const own = (known: KnownHistory): ReturnType<typeof judgedVisits> => judgedVisits(known, authority);
  const log = (findings: number | null | undefined): number => Math.log1p(Math.max(0, findings ?? 0));
  const seriousOf = (known: KnownHistory): number => own(known).filter((visit) => visit.serious).length;
  return [
    history('log visits', (known) => Math.log(own(known).length)),
    history('last outcome', (known) => Number(own(known).at(-1)?.serious)),
    history(
      'share',
      (known, usual) => (seriousOf(known) + PRIOR_VISITS * usual) / (own(known).length + PRIOR_VISITS),
    ),
    history('last findings', (known) => log(own(known).at(-1)?.findings)),
    history('mean findings', (known) =>
      log(own(known).reduce((sum, visit) => sum + (visit.findings ?? 0), 0) / own(known).length),
    ),
    history('years since last', (known) => {
      const last = own(known).at(-1);
      return last && Math.min(MOST_YEARS, daysBetween(last.occurredOn, known.asOf) / DAYS_PER_YEAR);
    }),
    history('ever serious', (known) => Number(seriousOf(known) > 0)),
  ];
}

export function isReferenceFeature({ key }: Pick<RiskFeature, 'key'>): boolean {
  return key.startsWith(PREFIX);
}

/**
 * The plain fit that a model must beat: least squares on the 0/1 outcome with ridge 1 on standardised columns; numbers
 * get the training median and a flag where they are missing, kinds one column each. It is meant for visits with an
 * earlier one; answers a probability, cut off at 0 and 1, for each row of `later`.
 */
export function referenceProbabilities(training: VisitTable, later: VisitTable): Float64Array {
  const columns: { readonly training: Float64Array; readonly later: Float64Array }[] = [];
  const add = (key: string, before: Float64Array, after: Float64Array): void => {
    const column = describeColumn({ key, scale: 'LINEAR' }, before);
    if (typeof column === 'string') return;
    // No limits: the plain fit goes on beyond what it saw.
    const free = { ...column, lowest: -Infinity, highest: Infinity };
    const scaled = (values: Float64Array): Float64Array => values.map((value) => standardise(free, value));
    columns.push({ training: scaled(before), later: scaled(after) });
  };
  training.features.forEach((feature, index) => {
    const before = training.columns[index]!;
    const after = later.columns[index]!;
    const isKind = feature.key.startsWith('FACT ') && feature.unit === 'YES_NO';
    const isNumber = feature.key.startsWith('FACT ') && !isKind;
    if (!isReferenceFeature(feature) && !isKind && !isNumber) return;
    if (isKind && before.reduce((sum, value) => sum + value, 0) < LEAST_LEVEL_ROWS) return;
    add(feature.key, before, after);
    const missing = (values: Float64Array): Float64Array =>
      values.map((value) => (Number.isNaN(value) ? 1 : 0));
    if (isNumber) add(`${feature.key}?`, missing(before), missing(after));
  });
  const usual = training.outcomes.reduce((sum, outcome) => sum + outcome, 0) / training.rows;
  const weights = fitRidge(
    columns.map((column) => column.training),
    Float64Array.from(training.outcomes, (outcome) => outcome - usual),
    RIDGE,
  );
  return Float64Array.from({ length: later.rows }, (_, row) => {
    const sum = columns.reduce((total, column, index) => total + weights[index]! * column.later[row]!, usual);
    return Math.min(1, Math.max(0, sum));
  });
}
