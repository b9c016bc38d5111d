import { isCvrNumber, sorCheckDigit } from '../../domain/shared/identifiers.js';

const CVR_ROOTS = 30_000;
const P_NUMBERS = 20_000_000;
const SOR_ITEMS = 990_000;

/**
 * Numbers of invented operators and units: right in form and check digit, different for every index, and taken from
 * ranges not yet given out (CVR 47-49 million, P-number 1,080-1,099 million), so that nothing points at a real company.
 */
export class InventedIdentifiers {
  constructor(private readonly seed: number) {}

  /** Throws RangeError from index 270,000 on, where the range is used up. */
  cvrNumber(index: number): string {
    const root = 470_000 + spread(index, 17_389, this.seed, CVR_ROOTS);
    const valid = validCvrNumber(root, Math.floor(index / CVR_ROOTS));
    if (valid === undefined) throw new RangeError(`No CVR number is left for operator ${index}.`);
    return valid;
  }

  pNumber(index: number): string {
    return String(1_080_000_000 + spread(index, 7_368_787, this.seed, P_NUMBERS));
  }

  /** SNOMED form: item, the Danish name space 1000016, partition 00, Verhoeff check digit. */
  sorCode(index: number): string {
    const digits = `${10_000 + spread(index, 77_863, this.seed, SOR_ITEMS)}100001600`;
    return digits + sorCheckDigit(digits);
  }
}

/** Index to number one to one below `size`, without giving neighbours neighbouring numbers. `step` has no factor in common with `size`. */
function spread(index: number, step: number, seed: number, size: number): number {
  const start = ((seed % size) + size) % size;
  return ((index % size) * step + start * 97) % size;
}

/** The `which`-th (from 0) valid CVR number that begins with these six digits. */
function validCvrNumber(root: number, which: number): string | undefined {
  let left = which;
  for (let tail = 0; tail < 100; tail += 1) {
    const number = `${root}${String(tail).padStart(2, '0')}`;
    if (isCvrNumber(number) && left-- === 0) return number;
  }
  return undefined;
}
