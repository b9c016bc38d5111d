import { OWNER_ONLY_FEATURES } from './concern-features.js';
import type { BilingualText } from '../bilingual-text.js';
import { changeInWords, pointsInWords, valueInWords } from '../number-wording.js';
import type { Contribution } from '../risk-score.js';

/** The owner's score in plain sentences: its points, and what each secret fact adds to them. */
export function explainOwnerScore(points: number, contributions: readonly Contribution[]): BilingualText[] {
  const secret = contributions.flatMap((term) => {
    const feature = OWNER_ONLY_FEATURES.find(({ key }) => key === term.key);
    return feature ? [{ term, feature }] : [];
  });
  const sum = secret.reduce((total, { term }) => total + term.hundredths, 0);
  return [
    {
      da: `Scoren med henvendelser er ${pointsInWords(points, 'da')} af 100 point. Henvendelser udgør ${changeInWords(sum, 'da')} point af dem.`,
      en: `The score with concern reports is ${pointsInWords(points, 'en')} of 100 points. Concern reports make up ${changeInWords(sum, 'en')} points of them.`,
    },
    ...secret.map(({ term, feature }) => ({
      da: `${feature.label.da} (${valueInWords(term.value, feature.unit, 'da')}): ${changeInWords(term.hundredths, 'da')} point.`,
      en: `${feature.label.en} (${valueInWords(term.value, feature.unit, 'en')}): ${changeInWords(term.hundredths, 'en')} points.`,
    })),
  ];
}
