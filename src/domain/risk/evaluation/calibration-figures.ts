/** How far stated probabilities are from what happened. */
export interface CalibrationFigures {
  /** 1 - Brier score over that of always saying the period's own base rate; below 0 is worse than that. */
  readonly brierGain: number;
  /** Expected calibration error: ten bins of equally many visits, |mean stated - share serious|, weighed by size. */
  readonly ece: number;
}

/** One bin of the reliability table. */
export interface ReliabilityBin {
  readonly visits: number;
  readonly stated: number;
  readonly observed: number;
}

const BINS = 10;

/** Row numbers by rising probability; sorted once for all resamples. */
export function byProbability(probabilities: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: probabilities.length }, (_, row) => row).sort(
    (a, b) => probabilities[a]! - probabilities[b]! || a - b,
  );
}

export function calibrationFigures(
  order: Uint32Array,
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number>,
): CalibrationFigures {
  const table = reliabilityTable(order, probabilities, outcomes, weights);
  const all = table.reduce((sum, bin) => sum + bin.visits, 0);
  const share = table.reduce((sum, bin) => sum + bin.visits * bin.observed, 0) / all;
  let squares = 0;
  for (let row = 0; row < outcomes.length; row += 1)
    squares += weights[row]! * (probabilities[row]! - outcomes[row]!) ** 2;
  return {
    brierGain: 1 - squares / all / (share * (1 - share)),
    ece: table.reduce((sum, bin) => sum + bin.visits * Math.abs(bin.stated - bin.observed), 0) / all,
  };
}

/** Ten bins of (nearly) equally many visits; a visit on a border is shared between the two. */
export function reliabilityTable(
  order: Uint32Array,
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number>,
): ReliabilityBin[] {
  let all = 0;
  for (let row = 0; row < outcomes.length; row += 1) all += weights[row]!;
  const perBin = all / BINS;
  const bins = Array.from({ length: BINS }, () => ({ visits: 0, stated: 0, observed: 0 }));
  let place = 0;
  let bin = 0;
  let leftOfRow = order.length > 0 ? weights[order[0]!]! : 0;
  while (place < order.length) {
    const row = order[place]!;
    const current = bins[bin]!;
    const free = perBin - current.visits;
    const room = bin === BINS - 1 || leftOfRow < free ? leftOfRow : free;
    current.visits += room;
    current.stated += room * probabilities[row]!;
    current.observed += room * outcomes[row]!;
    leftOfRow -= room;
    if (leftOfRow <= 1e-12) {
      place += 1;
      leftOfRow = place < order.length ? weights[order[place]!]! : 0;
    } else if (bin < BINS - 1) bin += 1;
  }
  return bins
    .filter(({ visits }) => visits > 0)
    .map(({ visits, stated, observed }) => ({
      visits,
      stated: stated / visits,
      observed: observed / visits,
    }));
}
