import { combineScores, limitToDocumentation } from './combine-scores.js';
import type { CombinationRule } from './dimensions/combination-rule.js';
import { documentationShare, expectedSeverity, vulnerabilityOf } from './dimensions/score-dimensions.js';
import { withoutDocumentationFaults } from './dimensions/without-documentation.js';
import { knownAsOf, type FacilityTimeline } from './facility-timeline.js';
import { highestOf, type RiskBand } from './risk-bands.js';
import type { FacilityScore } from './risk-score.js';
import { scoreAuthority, type Measured, type Scorer } from './score-authority.js';
import type { TooLittleDataRule } from './too-little-data.js';
import type { Day } from '../shared/day.js';

/** What people have decided about scores; all of it dated tables. */
export interface ScoringPolicy {
  readonly tooLittleData: TooLittleDataRule;
  readonly combination: CombinationRule;
  readonly bands: readonly RiskBand[];
}

/**
 * The score of a facility by what was known on that day. The models must be trained through that day or earlier;
 * throws RangeError otherwise, and where there is no model at all. What documentation faults alone have lifted above the
 * band MEDIUM is cut off there.
 */
export function scoreFacility(
  timeline: FacilityTimeline,
  scorers: readonly Scorer[],
  asOf: Day,
  policy: ScoringPolicy,
): FacilityScore {
  for (const { model } of scorers) {
    if (model.trainedThrough > asOf)
      throw new RangeError(
        `Model ${model.version} knows facts until ${model.trainedThrough}; it cannot score as of ${asOf}.`,
      );
  }
  const score = combined(timeline, scorers, asOf, policy);
  const ceiling = highestOf('MEDIUM', policy.bands);
  if (score.points <= ceiling) return score;
  const withoutPaper = withoutDocumentationFaults(timeline);
  if (!withoutPaper) return score;
  const harm = combined(withoutPaper, scorers, asOf, policy).points;
  return limitToDocumentation(score, Math.max(ceiling, harm));
}

function combined(
  timeline: FacilityTimeline,
  scorers: readonly Scorer[],
  asOf: Day,
  { combination, tooLittleData }: ScoringPolicy,
): FacilityScore {
  const known = knownAsOf(timeline, asOf);
  const measured: Measured = new Map();
  const authorities = scorers.map((scorer) => scoreAuthority(known, scorer, tooLittleData, measured));
  const consequence = {
    severity: expectedSeverity(known, combination.severity.usual),
    vulnerability: vulnerabilityOf(known, combination),
  };
  const { points, likelihoodPoints, contributions } = combineScores(authorities, consequence, combination);
  return {
    facilityId: timeline.facilityId,
    asOf,
    combination: 'LIKELIHOOD_AND_CONSEQUENCE',
    points,
    contributions,
    authorities,
    dimensions: { likelihoodPoints, ...consequence, documentation: documentationShare(known) },
    hasTooLittleData: authorities.every((score) => score.tooLittleData.length > 0),
  };
}
