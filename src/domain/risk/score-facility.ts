import { combineScores } from './combine-scores.js';
import { knownAsOf, type FacilityTimeline } from './facility-timeline.js';
import type { FacilityScore } from './risk-score.js';
import { scoreAuthority, type Measured, type Scorer } from './score-authority.js';
import type { TooLittleDataRule } from './too-little-data.js';
import type { Day } from '../shared/day.js';

/**
 * The score of a facility by what was known on that day. The models must be trained through that day or earlier;
 * throws RangeError otherwise, and where there is no model at all.
 */
export function scoreFacility(
  timeline: FacilityTimeline,
  scorers: readonly Scorer[],
  asOf: Day,
  rule: TooLittleDataRule,
): FacilityScore {
  for (const { model } of scorers) {
    if (model.trainedThrough > asOf)
      throw new RangeError(
        `Model ${model.version} knows facts until ${model.trainedThrough}; it cannot score as of ${asOf}.`,
      );
  }
  const known = knownAsOf(timeline, asOf);
  const measured: Measured = new Map();
  const authorities = scorers.map((scorer) => scoreAuthority(known, scorer, rule, measured));
  const { points, contributions } = combineScores(authorities);
  return {
    facilityId: timeline.facilityId,
    asOf,
    combination: 'MEAN_OF_AUTHORITIES',
    points,
    contributions,
    authorities,
    hasTooLittleData: authorities.every((score) => score.tooLittleData.length > 0),
  };
}
