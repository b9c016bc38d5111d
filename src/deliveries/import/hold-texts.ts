import { findPersonNumbers, maskPersonNumbers } from '../../domain/shared/person-number.js';

/** Stands in the place of what looks like a person number. */
export const MASK = '[skjult: ligner et personnummer]';

/** A text that is not shown as it was delivered. */
export interface HeldText {
  /** Where it stands in the row's facts, e.g. `findings.0.topic`; `raw_text` for the line itself. */
  readonly field: string;
  readonly text: string;
  readonly shown: string;
}

/** What is scanned, and which texts somebody has found to be harmless. */
export interface TextScan {
  readonly harmless: ReadonlySet<string>;
}

/** Typed identifiers: a P-number looks like a person number in one case of eight. Everything else is text. */
const IDENTIFIERS = new Set([
  'sourceKey',
  'visitKey',
  'accidentKey',
  'concernKey',
  'cvrNumber',
  'pNumber',
  'sorCode',
  'municipalityCode',
  'postalCode',
  'homePostalCode',
  'inspectorCode',
]);

/** The facts with every suspicious text masked, and those texts; the very same facts where there is none. */
export function holdTexts<Facts extends object>(
  facts: Facts,
  { harmless }: TextScan,
): { facts: Facts; held: readonly HeldText[] } {
  const held: HeldText[] = [];
  const masked = (value: unknown, name: string, path: string): unknown => {
    if (typeof value === 'string') {
      if (IDENTIFIERS.has(name) || harmless.has(value)) return value;
      const shown = maskPersonNumbers(value, MASK);
      if (shown !== value) held.push({ field: path, text: value, shown });
      return shown;
    }
    if (Array.isArray(value)) return value.map((item, index) => masked(item, name, `${path}.${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        masked(item, key, path === '' ? key : `${path}.${key}`),
      ]),
    );
  };
  const result = mayHold(facts) ? (masked(facts, '', '') as Facts) : facts;
  return { facts: held.length > 0 ? result : facts, held };
}

// Most rows hold no text with so many digits; looking is cheaper than copying.
function mayHold(value: unknown, name = ''): boolean {
  if (typeof value === 'string')
    return value.length >= 10 && !IDENTIFIERS.has(name) && findPersonNumbers(value).length > 0;
  if (Array.isArray(value)) return value.some((item) => mayHold(item, name));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => mayHold(item, key));
}
