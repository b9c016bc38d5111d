import type { FieldWeight } from '../match/match-candidate.js';
import { LEVELS, PAIR_KINDS } from './levels.js';
import { KEPT_SHARE } from './temper.js';
import { nameRatio, operatorRatio, type Ratios } from './weigh-pairs.js';
import type { WeighedPairs } from './weighed-pairs.js';

/** Beyond this many bits nothing becomes surer. */
const SUREST = 60;

/**
 * The terms of a pair's weight, in bits, of the reading that explains it best: one unit, or housemates (for whom only
 * the location counts). CONTEXT is what the other candidates and places add: rivals take away, and that a register is
 * nearly complete, or another record of the place agrees, adds. DEPENDENCE takes back what fields say twice. The terms
 * add up to the total, and the total is the probability as odds.
 */
export function explainPair(
  { table, readings }: WeighedPairs,
  ratios: Ratios,
  row: number,
  probability: number,
): { weights: FieldWeight[]; totalWeight: number } {
  const isHousemate = readings.housemate[row]! > readings.unit[row]!;
  const location = table.location[row]!;
  const level = (field: 'NAME' | 'OPERATOR' | 'P_NUMBER', index: number, ratio: number): FieldWeight => ({
    field,
    level: LEVELS[field][index]!,
    weight: isHousemate ? 0 : bits(ratio),
  });
  const fields: FieldWeight[] = [
    {
      field: 'PRIOR',
      level: `${PAIR_KINDS[table.kind[row]!]!}${isHousemate ? ' HOUSEMATES' : ''}`,
      weight: bits(isHousemate ? ratios.housematePrior : ratios.unitPrior),
    },
    {
      field: 'LOCATION',
      level: LEVELS.LOCATION[location]!,
      weight: bits((isHousemate ? ratios.houseLocation : ratios.location)[location]!),
    },
    level('NAME', table.name[row]!, nameRatio(table, row, ratios)),
    level('OPERATOR', table.operator[row]!, operatorRatio(table, row, ratios)),
    level('P_NUMBER', table.pNumber[row]!, ratios.pNumber[table.pNumber[row]!]!),
  ];
  const totalWeight = bits(probability / (1 - probability));
  const whole = rounded(totalWeight / KEPT_SHARE);
  const context = rounded(whole - fields.reduce((sum, { weight }) => sum + weight, 0));
  return {
    weights: [
      ...fields,
      { field: 'CONTEXT', level: context < 0 ? 'RIVALS' : 'SUPPORT', weight: context },
      { field: 'DEPENDENCE', level: 'TEMPERED', weight: rounded(totalWeight - whole) },
    ],
    totalWeight,
  };
}

function bits(ratio: number): number {
  return rounded(Math.max(-SUREST, Math.min(SUREST, Math.log2(ratio))));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
