import type { LoweringChange } from './lowering-changes.js';
import type { BilingualText } from '../bilingual-text.js';
import { changeInWords, pointsInWords } from '../number-wording.js';

/** "If ...: 38.97 points, -1.04", from the numbers of the change itself. `before` in whole hundredths. */
export function explainChange({ label, points }: LoweringChange, before: number): BilingualText {
  const difference = points - before;
  return {
    da: `${label.da}: ${pointsInWords(points, 'da')} point (${changeInWords(difference, 'da')}).`,
    en: `${label.en}: ${pointsInWords(points, 'en')} points (${changeInWords(difference, 'en')}).`,
  };
}
