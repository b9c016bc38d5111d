import { ExpectedError } from '../../domain/shared/expected-error.js';
import { LARGEST_PAGE } from '../../graphql/pagination.js';

/** The value of `first` or `offset`; throws BAD_INPUT where it is out of bounds. */
export function checked(name: string, value: number, lowest: number): number {
  const highest = name === 'first' ? LARGEST_PAGE : 1_000_000;
  if (value >= lowest && value <= highest) return value;
  throw new ExpectedError('BAD_INPUT', `${name} is ${value}; it must be from ${lowest} to ${highest}.`);
}
