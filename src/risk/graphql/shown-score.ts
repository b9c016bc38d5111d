import { explainScore } from '../../domain/risk/explain-score.js';
import { FEATURES } from '../../domain/risk/features/features.js';
import type { FeatureUnit } from '../../domain/risk/features/risk-feature.js';
import { OWNER_ONLY_FEATURES } from '../../domain/risk/owner-only/concern-features.js';
import { valueInWords } from '../../domain/risk/number-wording.js';
import type { BilingualText } from '../../domain/risk/bilingual-text.js';
import type {
  Contribution as Term,
  ContributionKind,
  FacilityScore as DomainScore,
} from '../../domain/risk/risk-score.js';
import type { CurrentScore } from '../risk-run.js';
import type { Contribution, FacilityScore } from './facility-score.type.js';

const BY_KEY = new Map([...FEATURES, ...OWNER_ONLY_FEATURES].map((feature) => [feature.key, feature]));
const LABELS: Readonly<Record<Exclude<ContributionKind, 'FEATURE'>, BilingualText>> = {
  BASELINE: { da: 'Udgangspunkt: et gennemsnitligt sted', en: 'Starting point: an average place' },
  SEVERITY: { da: 'Alvor af det fundne', en: 'Severity of what was found' },
  VULNERABILITY: { da: 'Beboernes sårbarhed', en: "Residents' vulnerability" },
  DOCUMENTATION_LIMIT: {
    da: 'Skåret af: mangler i dokumentation alene løfter ikke over mellem',
    en: 'Cut off: documentation faults alone do not lift above medium',
  },
  CLAMPING: { da: 'Skåret af ved skalaens ende', en: 'Cut off at the end of the scale' },
};

/** A stored score with the labels of its features and its explanation in sentences. */
export function shownScore(score: CurrentScore): FacilityScore {
  return {
    facilityId: score.facilityId,
    asOf: score.asOf,
    scoredAt: score.scoredAt,
    points: score.combined.points,
    band: score.combined.band ?? 'LOW',
    hasTooLittleData: score.combined.hasTooLittleData,
    dimensions: score.dimensions,
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

/** A term of a score with the labels of its feature. */
export function shownTerm(term: Term): Contribution {
  const feature = term.key === null ? undefined : BY_KEY.get(term.key);
  const isLevel = term.kind === 'SEVERITY' || term.kind === 'VULNERABILITY';
  const unit = feature?.unit ?? (isLevel ? 'AMOUNT' : undefined);
  return {
    ...term,
    label: feature?.label ?? LABELS[term.kind === 'FEATURE' ? 'BASELINE' : term.kind],
    sourceAuthority: feature?.sourceAuthority ?? null,
    valueText: unit ? inWords(term.value, unit) : null,
    typicalText: unit ? inWords(term.typical, unit) : null,
    isActionable: feature?.isActionable ?? false,
  };
}

/** A value of a unit in both languages. */
export function inWords(value: number | null, unit: FeatureUnit): BilingualText {
  return { da: valueInWords(value, unit, 'da'), en: valueInWords(value, unit, 'en') };
}

/** The stored score as the domain knows it. */
export function domainScore(score: CurrentScore): DomainScore {
  return {
    facilityId: score.facilityId,
    asOf: score.asOf,
    combination: 'LIKELIHOOD_AND_CONSEQUENCE',
    points: score.combined.points,
    contributions: score.combined.contributions,
    hasTooLittleData: score.combined.hasTooLittleData,
    dimensions: score.dimensions,
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
