import { addDays, daysBetween, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';

/** Inclusive. */
export interface TestWindow {
  readonly from: Day;
  readonly to: Day;
}

/** So many windows of (nearly) the same length, one after the other. Throws BAD_INPUT on a count that does not fit. */
export function testWindows(from: Day, to: Day, count: number): TestWindow[] {
  if (from > to)
    throw new ExpectedError('BAD_INPUT', `The test begins on ${from}, after its last day, ${to}.`);
  const length = daysBetween(from, to) + 1;
  if (!Number.isInteger(count) || count < 1 || count > length)
    throw new ExpectedError('BAD_INPUT', `rolling is ${count}; write a whole number from 1 to ${length}.`);
  const start = (window: number): Day => addDays(from, Math.floor((window * length) / count));
  return Array.from({ length: count }, (_, window) => ({
    from: start(window),
    to: addDays(start(window + 1), -1),
  }));
}
