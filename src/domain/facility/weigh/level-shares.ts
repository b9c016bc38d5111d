import { FIELDS, LEVELS, type FieldName } from './levels.js';
import type { LevelShares } from './match-model.js';

const UNKNOWN = 1;

export function emptyShares(): LevelShares {
  return {
    LOCATION: new Float64Array(LEVELS.LOCATION.length),
    NAME: new Float64Array(LEVELS.NAME.length),
    OPERATOR: new Float64Array(LEVELS.OPERATOR.length),
    P_NUMBER: new Float64Array(LEVELS.P_NUMBER.length),
  };
}

/** Turns counts into shares that add up to 1 for each field; an unknown identifier is no level and says nothing. */
export function shareOut(countOf: (field: FieldName, level: number) => number): LevelShares {
  const shares = emptyShares();
  for (const field of FIELDS) {
    const isIdentifier = field === 'OPERATOR' || field === 'P_NUMBER';
    const counts = Float64Array.from(LEVELS[field], (_, level) =>
      isIdentifier && level === UNKNOWN ? 0 : countOf(field, level),
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    counts.forEach((count, level) => (shares[field][level] = count / total));
    if (isIdentifier) shares[field][UNKNOWN] = 1;
  }
  return shares;
}
