import { dayOf, parseDay, type Day } from '../../domain/shared/day.js';

const DANISH = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/;

/** A day as people write it (31.12.2026, 31-12-2026) or as programs do; undefined where it is none. */
export function readDay(text: string): Day | undefined {
  const match = DANISH.exec(text.trim());
  return match ? dayOf(Number(match[3]), Number(match[2]), Number(match[1])) : parseDay(text.trim());
}
