/** Where in a text something stands that looks like a person number. */
export interface PersonNumberHit {
  /** Position of the first digit. */
  readonly index: number;
  /** Characters, separator included. */
  readonly length: number;
}

// Six digits, at most one dash or blank (or a dash between blanks), four digits; no digit before or after.
const SHAPE = /(?<!\d)(\d{6})(?:[^\S\r\n]?[-\u2010-\u2015\u2212][^\S\r\n]?|[^\S\r\n])?(\d{4})(?!\d)/g;

// Most texts have no such run, and finding that out is cheap.
const SIX_DIGITS = /\d{6}/;
const NONE: readonly PersonNumberHit[] = [];

/**
 * Finds what looks like a Danish person number (CPR): ten digits that begin with a calendar day, with or without a dash.
 * The seventh digit tells the century (CPR-kontoret: Personnummeret i CPR-systemet). There is no
 * check by modulus 11, because numbers without it have been given out since 2007. Meant for free text alone: about 12 %
 * of the P-numbers have the same shape.
 */
export function findPersonNumbers(text: string): readonly PersonNumberHit[] {
  if (!SIX_DIGITS.test(text)) return NONE;
  const hits: PersonNumberHit[] = [];
  for (const match of text.matchAll(SHAPE)) {
    const [whole, date = '', serial = ''] = match;
    if (isDate(date, Number(serial[0]))) hits.push({ index: match.index, length: whole.length });
  }
  return hits;
}

/** The text with `mask` in place of whatever looks like a person number; the very same text where nothing does. */
export function maskPersonNumbers(text: string, mask: string): string {
  const hits = findPersonNumbers(text);
  if (hits.length === 0) return text;
  let masked = '';
  let end = 0;
  for (const hit of hits) {
    masked += text.slice(end, hit.index) + mask;
    end = hit.index + hit.length;
  }
  return masked + text.slice(end);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDate(sixDigits: string, seventh: number): boolean {
  const dayOfMonth = Number(sixDigits.slice(0, 2));
  const month = Number(sixDigits.slice(2, 4));
  const year = fullYear(Number(sixDigits.slice(4)), seventh);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return dayOfMonth >= 1 && dayOfMonth <= days;
}

function fullYear(twoDigits: number, seventh: number): number {
  if (seventh <= 3) return 1900 + twoDigits;
  if (seventh === 4 || seventh === 9) return (twoDigits <= 36 ? 2000 : 1900) + twoDigits;
  return (twoDigits <= 57 ? 2000 : 1800) + twoDigits;
}
