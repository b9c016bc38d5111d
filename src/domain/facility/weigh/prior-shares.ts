import { LEVELS, type FieldName } from './levels.js';
import type { LevelShares } from './match-model.js';

/**
 * What is assumed of the levels before a record was seen, as if this had been counted in PRIOR_PAIRS pairs. It decides
 * where hardly any records are there, and is outweighed by a few hundred of them.
 */
const LIKELY_M: Readonly<Record<FieldName, readonly number[]>> = {
  LOCATION: [.72, .06, .01, .01, .005, .005, .01, .01, .06, .005, .002, .03, .02, .003, .003, .01, .005, .001, .001], // prettier-ignore
  NAME: [0.5, 0.2, 0.06, 0.04, 0.08, 0.05, 0.02, 0.05],
  OPERATOR: [0.92, 0, 0.08],
  P_NUMBER: [0.99, 0, 0.01],
};
const LIKELY_U: Readonly<Record<FieldName, readonly number[]>> = {
  LOCATION: [1e-6, 1e-6, 1e-6, 1e-6, 1e-6, 2e-5, 1e-5, 3e-4, .002, .002, .095, .008, .015, .012, .81, 3e-4, .001, .001, .05], // prettier-ignore
  NAME: [3e-4, 4e-4, 4e-4, 4e-4, 0.003, 0.2, 0.001, 0.795],
  OPERATOR: [0.01, 0, 0.99],
  P_NUMBER: [1e-5, 0, 0.99999],
};

export const PRIOR_M = normalised(LIKELY_M);
export const PRIOR_U = normalised(LIKELY_U);

function normalised(shares: Readonly<Record<FieldName, readonly number[]>>): LevelShares {
  const of = (field: FieldName): Float64Array => {
    const total = shares[field].reduce((sum, share) => sum + share, 0);
    return Float64Array.from(LEVELS[field], (_, index) => (shares[field][index] ?? 0) / total);
  };
  return { LOCATION: of('LOCATION'), NAME: of('NAME'), OPERATOR: of('OPERATOR'), P_NUMBER: of('P_NUMBER') };
}
