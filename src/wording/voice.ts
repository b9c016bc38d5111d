import { da, type Wording } from './da.js';
import { en } from './en.js';
import { isoWeekOf } from './iso-week.js';

export const LANGUAGES = ['da', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One language: its words, and how it writes days and numbers. Days are YYYY-MM-DD, moments ISO 8601. */
export interface Voice {
  readonly language: Language;
  readonly words: Wording;
  /** The side of a bilingual text. */
  text(text: { da: string; en: string }): string;
  /** "5. oktober 2026" */
  day(day: string): string;
  /** "05.10.2026" */
  shortDay(day: string): string;
  /** The day in Denmark of a moment, written in full. */
  dayOf(moment: string): string;
  /** The day and time in Denmark of a moment: "22. november 2026 kl. 19.56". */
  moment(moment: string): string;
  /** "Uge 48, 2026" */
  week(day: string): string;
  /** Hundredths of a point with two decimals: 3006 is "30,06". */
  points(hundredths: number): string;
  /** The same with its sign, also a plus. */
  change(hundredths: number): string;
  number(value: number, decimals?: number): string;
  /** 0-1 as per cent, whole ones if nothing is said. */
  percent(share: number, decimals?: number): string;
  /** A label by its code, or the code itself where it is new and has no words yet. */
  label(labels: Readonly<Record<string, string>>, code: string): string;
}

const WORDS: Readonly<Record<Language, Wording>> = { da, en };
const LOCALES: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

export function voiceIn(language: Language): Voice {
  const words = WORDS[language];
  const locale = LOCALES[language];
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const inDenmark = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
  const timeInDenmark = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  });
  const short = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const points = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const change = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  return {
    language,
    words,
    text: (text) => text[language],
    day: (day) => long.format(new Date(`${day}T00:00:00Z`)),
    shortDay: (day) => short.format(new Date(`${day}T00:00:00Z`)),
    dayOf: (moment) => inDenmark.format(new Date(moment)),
    moment: (moment) => timeInDenmark.format(new Date(moment)),
    week: (day) => {
      const { week, year } = isoWeekOf(day);
      return words.page.week(week, year);
    },
    points: (hundredths) => points.format(hundredths / 100),
    change: (hundredths) => change.format(hundredths / 100),
    number: (value, decimals = 0) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(value),
    percent: (share, decimals = 0) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(share),
    label: (labels, code) => labels[code] ?? code,
  };
}
