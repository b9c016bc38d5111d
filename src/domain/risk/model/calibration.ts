/** Points -> probability: straight lines between knots, flat outside of them, never falling. */
export interface Calibration {
  /** Hundredths of a point, strictly rising. */
  readonly points: readonly number[];
  /** 0-1, one per knot, never falling. */
  readonly probabilities: readonly number[];
}

/** Predictions whose outcome is known, made by a model that had not seen it. */
export interface CalibrationRows {
  readonly points: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  /** How much each counts; 1 each where nothing is said. */
  readonly weights?: ArrayLike<number>;
}

const MOST_KNOTS = 40;
const LEAST_ROWS_PER_KNOT = 50;
// Imagined visits at the usual rate in each knot: a handful of visits must not say 0 % or 100 %.
const PRIOR_VISITS = 4;

/**
 * Isotonic recalibration: rows in the order of their points are taken together in bins, then neighbours that fall are
 * pooled (pool adjacent violators, Ayer et al. 1955). Throws RangeError without rows.
 */
export function fitCalibration(rows: CalibrationRows): Calibration {
  const count = rows.points.length;
  if (count === 0) throw new RangeError('There are no predictions with a known outcome to calibrate by.');
  const order = Uint32Array.from({ length: count }, (_, row) => row).sort(
    (a, b) => rows.points[a]! - rows.points[b]! || a - b,
  );
  const weightOf = (row: number): number => rows.weights?.[row] ?? 1;
  let weights = 0;
  let serious = 0;
  for (let row = 0; row < count; row += 1) {
    weights += weightOf(row);
    serious += weightOf(row) * rows.outcomes[row]!;
  }
  const usual = (serious + 0.5) / (weights + 1);
  const perBin = Math.max(LEAST_ROWS_PER_KNOT, Math.ceil(count / MOST_KNOTS));
  const bins: Bin[] = [];
  for (let from = 0; from < count;) {
    let to = Math.min(count, from + perBin);
    if (count - to < perBin / 2) to = count;
    while (to < count && rows.points[order[to]!] === rows.points[order[to - 1]!]) to += 1;
    const bin = { weight: 0, serious: 0, points: 0 };
    for (const row of order.subarray(from, to)) {
      const weight = weightOf(row);
      bin.weight += weight;
      bin.serious += weight * rows.outcomes[row]!;
      bin.points += weight * rows.points[row]!;
    }
    bins.push({
      weight: bin.weight + PRIOR_VISITS,
      serious: bin.serious + PRIOR_VISITS * usual,
      // Where all weights are 0 the middle row stands for the bin.
      points: (bin.points + 1e-9 * rows.points[order[(from + to) >> 1]!]!) / (bin.weight + 1e-9),
    });
    from = to;
  }
  const pooled = poolFalling(bins);
  return {
    points: pooled.map((bin) => Number(bin.points.toFixed(3))),
    probabilities: pooled.map((bin) => Number((bin.serious / bin.weight).toPrecision(9))),
  };
}

/** The probability (0-1) that belongs to these points. */
export function calibrated({ points, probabilities }: Calibration, value: number): number {
  const last = points.length - 1;
  if (value <= points[0]!) return probabilities[0]!;
  if (value >= points[last]!) return probabilities[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle]! <= value) low = middle;
    else high = middle;
  }
  const share = (value - points[low]!) / (points[high]! - points[low]!);
  return probabilities[low]! + share * (probabilities[high]! - probabilities[low]!);
}

interface Bin {
  readonly weight: number;
  readonly serious: number;
  readonly points: number;
}

function poolFalling(bins: readonly Bin[]): Bin[] {
  const pooled: Bin[] = [];
  for (const bin of bins) {
    let block = bin;
    for (let before = pooled.at(-1); before; before = pooled.at(-1)) {
      const isRising = before.serious / before.weight < block.serious / block.weight;
      if (isRising && before.points < block.points) break;
      pooled.pop();
      block = {
        weight: before.weight + block.weight,
        serious: before.serious + block.serious,
        points:
          (before.points * before.weight + block.points * block.weight) / (before.weight + block.weight),
      };
    }
    pooled.push(block);
  }
  return pooled;
}
