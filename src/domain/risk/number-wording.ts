import type { Language } from './bilingual-text.js';
import type { FeatureUnit } from './features/risk-feature.js';
import type { Day } from '../shared/day.js';
import { assertUnreachable } from '../shared/assert-unreachable.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** Whole hundredths as points with two decimals: 1234 is "12,34" in Danish and "12.34" in English. */
export function pointsInWords(hundredths: number, language: Language): string {
  const whole = Math.trunc(Math.abs(hundredths) / 100);
  const rest = String(Math.abs(hundredths) % 100).padStart(2, '0');
  return `${hundredths < 0 ? '-' : ''}${whole}${language === 'da' ? ',' : '.'}${rest}`;
}

/** The same with a plus in front of what is above 0. */
export function changeInWords(hundredths: number, language: Language): string {
  return `${hundredths > 0 ? '+' : ''}${pointsInWords(hundredths, language)}`;
}

/** A feature's value as it reads in a sentence; null is said to be unknown. */
export function valueInWords(value: number | null, unit: FeatureUnit, language: Language): string {
  const isDanish = language === 'da';
  if (value === null) return isDanish ? 'ikke kendt' : 'not known';
  const decimal = value.toFixed(1).replace(/^-(0\.0)$/, '$1');
  const number = isDanish ? decimal.replace('.', ',') : decimal;
  switch (unit) {
    case 'SHARE':
      return `${Math.round(value * 100)}${isDanish ? ' %' : '%'}`;
    case 'YES_NO':
      return value >= 0.5 ? (isDanish ? 'ja' : 'yes') : isDanish ? 'nej' : 'no';
    case 'YEARS':
      return `${number} ${isDanish ? 'år' : 'years'}`;
    case 'COUNT':
    case 'PLACES':
      return String(Math.round(value));
    case 'THEME_SCORE':
    case 'PER_HUNDRED_EMPLOYEES':
    case 'PER_YEAR':
    case 'AMOUNT':
      return number;
    default:
      return assertUnreachable(unit);
  }
}

/** "1. november 2026" or "1 November 2026". */
export function dayInWords(value: Day, language: Language): string {
  const [year, month, dayOfMonth] = value.split('-').map(Number);
  const name = MONTHS[language][(month ?? 1) - 1] ?? '';
  return language === 'da' ? `${dayOfMonth}. ${name} ${year}` : `${dayOfMonth} ${name} ${year}`;
}
