import type { BilingualText, Language } from './bilingual-text.js';
import { AUTHORITY_NAMES } from './features/authority-names.js';
import type { RiskFeature } from './features/risk-feature.js';
import { changeInWords, dayInWords, pointsInWords, valueInWords } from './number-wording.js';
import type { Contribution, FacilityScore } from './risk-score.js';

/** So many contributions are named in each direction. */
const NAMED = 3;

/**
 * The score in plain sentences, the strongest contributions first. Every number in them is one of the score's own:
 * nothing is computed anew, except sums of its contributions. Throws RangeError for a feature that is not given.
 */
export function explainScore(score: FacilityScore, features: readonly RiskFeature[]): BilingualText[] {
  const weighed = score.contributions.filter((term) => term.kind === 'FEATURE');
  const raising = strongest(weighed.filter((term) => term.hundredths > 0));
  const lowering = strongest(weighed.filter((term) => term.hundredths < 0));
  const cut = sumOf(score.contributions, 'CLAMPING');
  return [
    inBoth((language) => total(score, language)),
    inBoth((language) => baseline(score, language)),
    ...raising.map((term) => inBoth((language) => contribution(term, featureOf(term, features), language))),
    ...lowering.map((term) => inBoth((language) => contribution(term, featureOf(term, features), language))),
    ...dimensions(score),
    ...(cut === 0 ? [] : [inBoth((language) => clamping(cut, language))]),
    ...missing(score, features),
    ...tooLittle(score),
  ];
}

function total(score: FacilityScore, language: Language): string {
  const parts = score.authorities
    .map((part) => `${AUTHORITY_NAMES[part.authority][language]} ${pointsInWords(part.points, language)}`)
    .join(', ');
  const points = pointsInWords(score.points, language);
  const asOf = dayInWords(score.asOf, language);
  const mean = pointsInWords(score.dimensions.likelihoodPoints, language);
  return language === 'da'
    ? `Scoren er ${points} af 100 point pr. ${asOf}: ${mean} for sandsynlighed (gennemsnittet af ${parts}) og resten for det, der står på spil.`
    : `The score is ${points} of 100 points as of ${asOf}: ${mean} for likelihood (the mean of ${parts}) and the rest for what is at stake.`;
}

function baseline(score: FacilityScore, language: Language): string {
  const points = pointsInWords(sumOf(score.contributions, 'BASELINE'), language);
  return language === 'da'
    ? `Udgangspunktet er ${points} point: et sted, der er gennemsnitligt i alt.`
    : `The starting point is ${points} points: a facility that is average in everything.`;
}

function contribution(term: Contribution, feature: RiskFeature, language: Language): string {
  const isDanish = language === 'da';
  const value = valueInWords(term.value, feature.unit, language);
  const typical = valueInWords(term.typical, feature.unit, language);
  const verb = term.hundredths > 0 ? (isDanish ? 'Hæver' : 'Raises') : isDanish ? 'Sænker' : 'Lowers';
  const change = changeInWords(term.hundredths, language);
  const authority = AUTHORITY_NAMES[term.authority!][language];
  return isDanish
    ? `${verb}: ${feature.label.da} (${value}; typisk ${typical}), ${change} point gennem ${authority}.`
    : `${verb}: ${feature.label.en} (${value}; typically ${typical}), ${change} points through ${authority}.`;
}

const DIMENSIONS: Readonly<Record<'SEVERITY' | 'VULNERABILITY', BilingualText>> = {
  SEVERITY: { da: 'Alvor af det fundne', en: 'Severity of what was found' },
  VULNERABILITY: { da: 'Beboernes sårbarhed', en: "Residents' vulnerability" },
};

function dimensions({ contributions }: FacilityScore): BilingualText[] {
  return contributions.flatMap(({ kind, hundredths, value, typical }) => {
    if (kind === 'DOCUMENTATION_LIMIT')
      return [
        {
          da: `Skåret af, fordi mangler i dokumentation alene ikke løfter over mellem: ${changeInWords(hundredths, 'da')} point.`,
          en: `Cut off, as documentation faults alone do not lift above medium: ${changeInWords(hundredths, 'en')} points.`,
        },
      ];
    if ((kind !== 'SEVERITY' && kind !== 'VULNERABILITY') || hundredths === 0) return [];
    const level = (language: Language): [string, string] => [
      valueInWords(value, 'AMOUNT', language),
      valueInWords(typical, 'AMOUNT', language),
    ];
    const [danish, english] = [level('da'), level('en')];
    return [
      {
        da: `${DIMENSIONS[kind].da}: ${danish[0]} af 4 (sædvanligt ${danish[1]}), ${changeInWords(hundredths, 'da')} point.`,
        en: `${DIMENSIONS[kind].en}: ${english[0]} of 4 (usually ${english[1]}), ${changeInWords(hundredths, 'en')} points.`,
      },
    ];
  });
}

function clamping(hundredths: number, language: Language): string {
  const change = changeInWords(hundredths, language);
  return language === 'da'
    ? `Afskåret ved skalaens ende: ${change} point.`
    : `Cut off at the end of the scale: ${change} points.`;
}

function missing(score: FacilityScore, features: readonly RiskFeature[]): BilingualText[] {
  const keys = new Set(score.authorities.flatMap((part) => part.missing));
  const labels = features.filter((feature) => keys.has(feature.key)).map((feature) => feature.label);
  if (labels.length === 0) return [];
  return [
    {
      da: `Ikke kendt, regnet som typisk med det tillæg, som manglende viden plejer at følges af: ${labels.map((label) => label.da).join(', ')}.`,
      en: `Not known, taken as typical with what not knowing usually goes with: ${labels.map((label) => label.en).join(', ')}.`,
    },
  ];
}

function tooLittle(score: FacilityScore): BilingualText[] {
  const names = score.authorities
    .filter((part) => part.tooLittleData.length > 0)
    .map((part) => AUTHORITY_NAMES[part.authority]);
  if (names.length === 0) return [];
  return [
    {
      da: `For lidt data til et sikkert skøn: ${names.map((name) => name.da).join(', ')}.`,
      en: `Too little data for a firm estimate: ${names.map((name) => name.en).join(', ')}.`,
    },
  ];
}

function strongest(terms: readonly Contribution[]): Contribution[] {
  return [...terms].sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths)).slice(0, NAMED);
}

function sumOf(terms: readonly Contribution[], kind: Contribution['kind']): number {
  return terms.filter((term) => term.kind === kind).reduce((sum, term) => sum + term.hundredths, 0);
}

function featureOf(term: Contribution, features: readonly RiskFeature[]): RiskFeature {
  const feature = features.find((candidate) => candidate.key === term.key);
  if (feature) return feature;
  throw new RangeError(`The score weighs ${term.key}, which is no feature. Maybe it was renamed.`);
}

function inBoth(write: (language: Language) => string): BilingualText {
  return { da: write('da'), en: write('en') };
}
