import type { Day } from '../domain/shared/day.js';

/** What the invented country should be like. The same options give the same bytes. */
export interface DemoCountryOptions {
  /** Physical places where people live, 1 - 1,000,000. */
  readonly places: number;
  /** Any integer; other seeds give other countries. */
  readonly seed: number;
  /** The day the four drops say they were delivered; nothing happens later. */
  readonly deliveredOn: Day;
  /** The first day of the inspection history. */
  readonly from: Day;
  /** 0 = clean registers, 1 = as untidy as registers are (default), at most 3. */
  readonly noise?: number;
}

const MAX_PLACES = 1_000_000;
const MAX_NOISE = 3;

/** The options with the default filled in. Throws RangeError, naming the option, for what cannot be generated. */
export function checkedOptions(options: DemoCountryOptions): Required<DemoCountryOptions> {
  const noise = options.noise ?? 1;
  if (!Number.isInteger(options.places) || options.places < 1 || options.places > MAX_PLACES)
    throw new RangeError(`places is ${options.places}; it must be a whole number from 1 to ${MAX_PLACES}.`);
  if (!Number.isInteger(options.seed))
    throw new RangeError(`seed is ${options.seed}; it must be a whole number.`);
  if (!(noise >= 0 && noise <= MAX_NOISE))
    throw new RangeError(`noise is ${noise}; it must be from 0 (clean) to ${MAX_NOISE}.`);
  if (options.from >= options.deliveredOn)
    throw new RangeError(`from (${options.from}) must be before deliveredOn (${options.deliveredOn}).`);
  return { ...options, noise };
}
