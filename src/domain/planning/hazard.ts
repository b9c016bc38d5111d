/**
 * When a problem arises after a visit: Weibull with F(s) = 1 - exp(-(s / scale)^k), s in weeks. A visit that finds it
 * starts the count again.
 */
export interface Hazard {
  readonly scaleWeeks: number;
  readonly curves: HazardCurves;
}

// The curve is tabulated in units of the scale; between two points a cubic with the exact slopes at both ends.
const STEP = 1 / 128;
const CERTAIN = 28; // exp(-28) is 7e-13: from the z with z^k = 28 on, the problem is taken to be there
const SERIES_BELOW = 0.125;

/** F and its integral for one shape k, as a function of z = s / scale. */
export class HazardCurves {
  private readonly limit: number;
  private readonly integrals: Float64Array;
  private readonly slopes: Float64Array;

  constructor(readonly shape: number) {
    if (!(shape >= 1 && shape <= 5))
      throw new RangeError(`A hazard shape lies between 1 and 5, not ${shape}.`);
    this.limit = Math.ceil(CERTAIN ** (1 / shape));
    this.integrals = new Float64Array(this.limit / STEP + 1);
    this.slopes = new Float64Array(this.limit / STEP + 1);
    for (let index = 1; index < this.integrals.length; index += 1) {
      const z = index * STEP;
      this.integrals[index] =
        z <= SERIES_BELOW ? this.series(z) : this.integrals[index - 1]! + this.simpson(z - STEP, STEP);
      this.slopes[index] = this.probability(index * STEP) * STEP;
    }
  }

  /** Probability, 0-1, that the problem is there at z. */
  probability(z: number): number {
    return z <= 0 ? 0 : -Math.expm1(-(z ** this.shape));
  }

  /** The integral of the probability from 0 to z. */
  integral(z: number): number {
    if (z <= 0) return 0;
    if (z < SERIES_BELOW) return this.series(z);
    if (z >= this.limit) return this.integrals.at(-1)! + (z - this.limit);
    const index = Math.floor(z / STEP);
    const part = z / STEP - index;
    const from = this.integrals[index]!;
    const to = this.integrals[index + 1]!;
    const slopeFrom = this.slopes[index]!;
    const slopeTo = this.slopes[index + 1]!;
    return (
      from +
      part * slopeFrom +
      part * part * (3 * (to - from) - 2 * slopeFrom - slopeTo) +
      part * part * part * (2 * (from - to) + slopeFrom + slopeTo)
    );
  }

  private simpson(from: number, width: number): number {
    const middle = this.probability(from + width / 2);
    return (width / 6) * (this.probability(from) + 4 * middle + this.probability(from + width));
  }

  // Near 0 the integral behaves as z^(k+1), which a cubic follows badly: first terms of the series of 1 - exp(-z^k).
  private series(z: number): number {
    const k = this.shape;
    const x = z ** k;
    return (
      z *
      x *
      (1 / (k + 1) - x * (1 / (2 * (2 * k + 1)) - x * (1 / (6 * (3 * k + 1)) - x / (24 * (4 * k + 1)))))
    );
  }
}

/** The hazard whose F(52 weeks) is the given probability, kept within 0.0001-0.9999. */
export function hazardOf(probability12Months: number, curves: HazardCurves): Hazard {
  const probability = Math.min(0.9999, Math.max(0.0001, probability12Months));
  return { scaleWeeks: 52 / (-Math.log1p(-probability)) ** (1 / curves.shape), curves };
}

/**
 * What a score says of the next visit, as the probability of a problem within 52 weeks of a visit. A score is learnt from
 * visits as they were made: it speaks of the weeks that usually lay between two of them. Taken as of 52 weeks, an
 * authority that comes every second year would be expected to find twice what it finds.
 */
export function within12Months(probabilityAtVisit: number, usualWeeks: number, shape: number): number {
  const rate = -Math.log1p(-Math.min(0.9999, Math.max(0, probabilityAtVisit)));
  return -Math.expm1(-rate * (52 / usualWeeks) ** shape);
}

/** Probability, 0-1, that a problem is there `weeks` after the last visit. */
export function problemProbability(hazard: Hazard, weeks: number): number {
  return hazard.curves.probability(weeks / hazard.scaleWeeks);
}

/** Expected weeks of undetected problem in the first `weeks` after a visit. */
export function undetectedWeeks(hazard: Hazard, weeks: number): number {
  return hazard.scaleWeeks * hazard.curves.integral(weeks / hazard.scaleWeeks);
}
