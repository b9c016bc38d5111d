import { explainScore } from '../../domain/risk/explain-score.js';
import { FEATURES } from '../../domain/risk/features/features.js';
import type { RiskFeature } from '../../domain/risk/features/risk-feature.js';
import { valueInWords } from '../../domain/risk/number-wording.js';
import type { BilingualText } from '../../domain/risk/bilingual-text.js';
import type { Contribution as Term, FacilityScore as DomainScore } from '../../domain/risk/risk-score.js';
import type { CurrentScore } from '../risk-run.js';
import type { Contribution, FacilityScore } from './facility-score.type.js';

const BY_KEY = new Map(FEATURES.map((feature) => [feature.key, feature]));
const BASELINE: BilingualText = {
  da: 'Udgangspunkt: et gennemsnitligt sted',
  en: 'Starting point: an average place',
};
const CLAMPING: BilingualText = { da: 'Skåret af ved skalaens ende', en: 'Cut off at the end of the scale' };

/** A stored score with the labels of its features and its explanation in sentences. */
export function shownScore(score: CurrentScore): FacilityScore {
  return {
    facilityId: score.facilityId,
    asOf: score.asOf,
    scoredAt: score.scoredAt,
    points: score.combined.points,
    band: score.combined.band ?? 'LOW',
    hasTooLittleData: score.combined.hasTooLittleData,
    contributions: score.combined.contributions.map(shownTerm),
    authorities: score.authorities.map((part) => ({
      authority: part.authority as FacilityScore['authorities'][number]['authority'],
      points: part.points,
      probability: part.probability,
      method: part.method,
      interval: part.interval,
      hasTooLittleData: part.hasTooLittleData,
      contributions: part.contributions.map(shownTerm),
      missing: part.missing.flatMap((key) => BY_KEY.get(key)?.label ?? []),
      modelVersion: part.modelVersion,
      trainedThrough: part.trainedThrough,
    })),
    explanation: explainScore(domainScore(score), FEATURES).map(({ da, en }) => ({ da, en })),
  };
}

function shownTerm(term: Term): Contribution {
  const feature = term.key === null ? undefined : BY_KEY.get(term.key);
  return {
    ...term,
    label: feature?.label ?? (term.kind === 'CLAMPING' ? CLAMPING : BASELINE),
    sourceAuthority: feature?.sourceAuthority ?? null,
    valueText: feature ? inWords(term.value, feature) : null,
    typicalText: feature ? inWords(term.typical, feature) : null,
    isActionable: feature?.isActionable ?? false,
  };
}

/** A value of a feature in both languages. */
export function inWords(value: number | null, { unit }: RiskFeature): BilingualText {
  return { da: valueInWords(value, unit, 'da'), en: valueInWords(value, unit, 'en') };
}

/** The stored score as the domain knows it. */
export function domainScore(score: CurrentScore): DomainScore {
  return {
    facilityId: score.facilityId,
    asOf: score.asOf,
    combination: 'MEAN_OF_AUTHORITIES',
    points: score.combined.points,
    contributions: score.combined.contributions,
    hasTooLittleData: score.combined.hasTooLittleData,
    authorities: score.authorities.map((part) => ({
      authority: part.authority as DomainScore['authorities'][number]['authority'],
      modelVersion: String(part.modelVersion),
      trainedThrough: part.trainedThrough,
      probability: part.probability ?? 0,
      method: part.method,
      interval: part.interval,
      points: part.points,
      contributions: part.contributions,
      missing: part.missing,
      tooLittleData: part.hasTooLittleData ? ['FEW_KNOWN_VISITS'] : [],
    })),
  };
}
