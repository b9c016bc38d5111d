import { explainChange } from '../../domain/risk/actions/explain-change.js';
import { loweringChanges } from '../../domain/risk/actions/lowering-changes.js';
import { FEATURES } from '../../domain/risk/features/features.js';
import type { RiskModel } from '../../domain/risk/model/risk-model.js';
import { bandOf, type RiskBand } from '../../domain/risk/risk-bands.js';
import type { CurrentScore } from '../risk-run.js';
import type { LoweringChange } from './facility-score.type.js';
import { domainScore, inWords } from './shown-score.js';

const BY_KEY = new Map(FEATURES.map((feature) => [feature.key, feature]));

/** What would lower a stored score, in words; undefined where the models do not give the score's points. */
export function shownChanges(
  score: CurrentScore,
  models: readonly RiskModel[],
  bands: readonly RiskBand[],
): LoweringChange[] | undefined {
  return loweringChanges(domainScore(score), models, FEATURES)?.map((change) => ({
    action: change.action,
    text: explainChange(change, score.combined.points),
    points: change.points,
    band: bandOf(change.points, bands).band,
    authorities: change.authorities.map(({ moved, ...part }) => ({
      ...part,
      moved: moved.flatMap(({ key, from, to }) => {
        const feature = BY_KEY.get(key);
        return feature
          ? [{ key, label: feature.label, from: inWords(from, feature.unit), to: inWords(to, feature.unit) }]
          : [];
      }),
    })),
  }));
}
