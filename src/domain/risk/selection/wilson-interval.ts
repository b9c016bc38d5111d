export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: intervals of 95 %. */
const Z = 1.959964;

/**
 * Where a share lies by `size` independent observations, in 95 of 100 cases (E. B. Wilson, 1927); `size` may be an
 * effective one and need not be whole. It stays within 0-1 and is of use for small shares, unlike the plain one.
 */
export function wilsonInterval(share: number, size: number): Interval {
  if (!(size > 0)) return { low: 0, high: 1 };
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * size)) / (1 + z2 / size);
  const half = (Z / (1 + z2 / size)) * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size * size));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
