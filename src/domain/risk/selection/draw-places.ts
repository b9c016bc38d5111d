/** A place that chance may choose. */
export interface FramePlace {
  readonly facilityId: string;
  /** Places of one stratum are drawn in proportion to their number. */
  readonly stratum: string;
}

export interface DrawnPlace extends FramePlace {
  /** How likely the place was to be drawn before the draw, 0-1; the same for every place of the frame. */
  readonly probability: number;
  readonly isDrawn: boolean;
}

/** A number in [0, 1) for a label: the same seed gives the same one, and without the seed nobody can tell it. */
export type UniformOf = (label: string) => number;

/**
 * Draws `sampleSize` places on average (it need not be whole): shuffled within their strata, then every k-th from a
 * random start, so that each place has exactly the same probability and each stratum its share to the nearest whole
 * number (systematic sampling: W. G. Cochran, Sampling Techniques, 1977, chapter 8). The order of the frame does not
 * matter. Throws RangeError for a size below 0 or a place that is there twice.
 */
export function drawPlaces(
  frame: readonly FramePlace[],
  sampleSize: number,
  uniformOf: UniformOf,
): DrawnPlace[] {
  if (!(sampleSize >= 0))
    throw new RangeError(`The size of a sample is ${sampleSize}; it cannot be below 0.`);
  const positions = new Map(frame.map(({ facilityId }) => [facilityId, uniformOf(`place ${facilityId}`)]));
  if (positions.size < frame.length) throw new RangeError('A place stands in the frame twice.');
  const shuffled = [...frame].sort(
    (one, other) =>
      compare(one.stratum, other.stratum) ||
      positions.get(one.facilityId)! - positions.get(other.facilityId)! ||
      compare(one.facilityId, other.facilityId),
  );
  const probability = frame.length === 0 ? 0 : Math.min(1, sampleSize / frame.length);
  const start = uniformOf('start');
  return shuffled.map((place, index) => ({
    ...place,
    probability,
    isDrawn: Math.floor((index + 1) * probability + start) > Math.floor(index * probability + start),
  }));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
