import type { ComparisonTable } from './comparison-table.js';
import { LAST_SPOT_LEVEL, LEVELS } from './levels.js';
import type { KindParameters } from './match-model.js';

/** For each row of a comparison table the odds of its two readings against "neither", rivals not counted. */
export interface PairOdds {
  /** Both records are one unit. */
  readonly unit: Float64Array;
  /** They are different units in one house: nothing but the location speaks. */
  readonly housemate: Float64Array;
}

const UNKNOWN = 1;
const CORE_LEVELS = (['SAME', 'SAME_CORE', 'PART'] as const).map((level) => LEVELS.NAME.indexOf(level));
const IS_CORE = LEVELS.NAME.map((_, level) => CORE_LEVELS.includes(level));

/** Ratios m / u by level, ready to be multiplied; 1 where a field is unknown. */
export interface Ratios {
  readonly location: Float64Array;
  readonly houseLocation: Float64Array;
  readonly name: Float64Array;
  readonly operator: Float64Array;
  readonly pNumber: Float64Array;
  readonly unitPrior: number;
  readonly housematePrior: number;
  /** How often two records taken at random have one name (operator): what a common one is measured by. */
  readonly meanNameShare: number;
  readonly meanOperatorShare: number;
}

export function ratiosOf({ unit, housemate, m, u }: KindParameters): Ratios {
  const ratio = (field: keyof typeof LEVELS): Float64Array =>
    Float64Array.from(m[field], (share, level) => share / u[field][level]!);
  const spots = m.LOCATION.slice(0, LAST_SPOT_LEVEL + 1).reduce((sum, share) => sum + share, 0);
  const location = ratio('LOCATION');
  const [operator, pNumber] = [ratio('OPERATOR'), ratio('P_NUMBER')];
  operator[UNKNOWN] = 1;
  pNumber[UNKNOWN] = 1;
  return {
    location,
    houseLocation: location.map((share, level) => (level <= LAST_SPOT_LEVEL ? share / spots : 0)),
    name: ratio('NAME'),
    operator,
    pNumber,
    unitPrior: unit / (1 - unit - housemate),
    housematePrior: housemate / (1 - unit - housemate),
    meanNameShare: [...CORE_LEVELS, LEVELS.NAME.indexOf('OTHER_KIND')].reduce(
      (sum, level) => sum + u.NAME[level]!,
      0,
    ),
    meanOperatorShare: u.OPERATOR[0]!,
  };
}

/** The ratio of the name at a row, with how common the name is. */
export function nameRatio(table: ComparisonTable, row: number, ratios: Ratios): number {
  const level = table.name[row]!;
  const share = table.nameShare[row]!;
  const rarity = IS_CORE[level] && share > 0 ? ratios.meanNameShare / share : 1;
  return ratios.name[level]! * rarity;
}

export function operatorRatio(table: ComparisonTable, row: number, ratios: Ratios): number {
  const level = table.operator[row]!;
  const share = table.operatorShare[row]!;
  return ratios.operator[level]! * (level === 0 && share > 0 ? ratios.meanOperatorShare / share : 1);
}

/** Writes the odds of every row by the parameters of its kind. */
export function weighPairs(
  table: ComparisonTable,
  kinds: readonly KindParameters[],
  odds: PairOdds = {
    unit: new Float64Array(table.left.length),
    housemate: new Float64Array(table.left.length),
  },
): PairOdds {
  const ratios = kinds.map(ratiosOf);
  for (let row = 0; row < table.left.length; row += 1) {
    const of = ratios[table.kind[row]!]!;
    const location = table.location[row]!;
    odds.unit[row] =
      of.unitPrior === 0
        ? 0
        : of.unitPrior *
          of.location[location]! *
          nameRatio(table, row, of) *
          operatorRatio(table, row, of) *
          of.pNumber[table.pNumber[row]!]!;
    odds.housemate[row] = of.housematePrior * of.houseLocation[location]!;
  }
  return odds;
}
