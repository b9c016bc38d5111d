import { PLACE_ACTIONS, type ModelValues, type PlaceAction } from './place-actions.js';
import type { BilingualText } from '../bilingual-text.js';
import { combinedPoints } from '../combine-scores.js';
import type { RiskFeature } from '../features/risk-feature.js';
import { calibrated } from '../model/calibration.js';
import { onScale, pointsOfLogOdds } from '../model/points.js';
import type { RiskModel } from '../model/risk-model.js';
import { termValue } from '../model/term-value.js';
import type { AuthorityScore, FacilityScore } from '../risk-score.js';
import type { Authority } from '../../shared/authority.js';

/** The points that one authority's model gives after a change, and what moved in it. */
export interface ChangedScore {
  readonly authority: Authority;
  /** Whole hundredths, 0-10000. */
  readonly points: number;
  /** 0-1. */
  readonly probability: number;
  readonly moved: readonly { readonly key: string; readonly from: number; readonly to: number }[];
}

/** Something a place can do that its score would be lower after: said because it was scored anew, not guessed. */
export interface LoweringChange {
  readonly action: string;
  readonly label: BilingualText;
  /** Combined, in whole hundredths, after the change. */
  readonly points: number;
  /** Of the authorities whose score it moves. */
  readonly authorities: readonly ChangedScore[];
}

/**
 * What a place can do that lowers its score, the greatest effect first. Each change is put through the models that made
 * the score. Undefined where these models do not give the score's own points: then nothing can be said of a change.
 */
export function loweringChanges(
  {
    authorities: scores,
    contributions,
    points: before,
  }: Pick<FacilityScore, 'authorities' | 'contributions' | 'points'>,
  models: readonly RiskModel[],
  features: readonly RiskFeature[],
): LoweringChange[] | undefined {
  const byKey = new Map(features.map((feature) => [feature.key, feature]));
  const scored = scores.map((score) => ({
    score,
    model: models.find(({ authority }) => authority === score.authority),
    values: valuesOf(score),
  }));
  const isReproduced = scored.every(
    ({ score, model, values }) =>
      model !== undefined && pointsWith(model, values, new Map()) === score.points,
  );
  // What is at stake stays as it is; a score that was cut off for its documentation says nothing of changes.
  const atStake = contributions
    .filter(({ kind }) => kind === 'SEVERITY' || kind === 'VULNERABILITY')
    .reduce((sum, { hundredths }) => sum + hundredths, 0);
  if (!isReproduced || combinedPoints(scores, atStake) !== before) return undefined;
  // One model may leave out a count that another weighs, and an action still moves what depends on it.
  const anyOnes: ModelValues = new Map(scored.flatMap(({ values }) => [...values]));
  return PLACE_ACTIONS.map((action) => {
    const after = scored.map(({ score, model, values }) =>
      changed(action, score, model!, { own: values, anyOnes }, byKey),
    );
    return {
      action: action.key,
      label: action.label,
      points: combinedPoints(after, atStake),
      authorities: after.filter(({ moved }) => moved.length > 0),
    };
  })
    .filter(({ points }) => points < before)
    .sort((a, b) => a.points - b.points);
}

function valuesOf({ contributions }: AuthorityScore): ModelValues {
  return new Map(
    contributions.flatMap(({ key, value, typical }) =>
      key === null ? [] : [[key, { value, typical: typical ?? 0 }] as const],
    ),
  );
}

function changed(
  action: PlaceAction,
  { authority, points, probability }: AuthorityScore,
  model: RiskModel,
  { own, anyOnes }: { readonly own: ModelValues; readonly anyOnes: ModelValues },
  features: ReadonlyMap<string, RiskFeature>,
): ChangedScore {
  const to = action.leadsTo(new Map([...anyOnes, ...own]), features);
  const known = [...to].filter(([key]) => (own.get(key)?.value ?? null) !== null);
  if (known.length === 0) return { authority, points, probability, moved: [] };
  const after = pointsWith(model, own, new Map(known));
  return {
    authority,
    points: after,
    probability: calibrated(model.calibration, after),
    moved: known.map(([key, value]) => ({ key, from: own.get(key)!.value!, to: value })),
  };
}

// The terms are added up in the order in which scoring does, so that not even the last bit differs.
function pointsWith(model: RiskModel, values: ModelValues, changes: ReadonlyMap<string, number>): number {
  const logOdds = model.terms.reduce(
    (sum, term) => sum + termValue(term, changes.get(term.key) ?? values.get(term.key)?.value ?? Number.NaN),
    model.intercept,
  );
  return onScale(pointsOfLogOdds(logOdds));
}
