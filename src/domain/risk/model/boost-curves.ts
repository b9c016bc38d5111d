import { logistic } from './search-logistic.js';
import type { CurveTerm } from './risk-model.js';
import type { FittedTerms } from './train-ridge-logistic.js';
import type { VisitTable } from '../visit-table.js';

const MOST_BORDERS = 16;
/** Share of each step that is taken: small steps generalise better. */
const LEARNING_RATE = 0.1;
/** Curvature added to both sides of a step, in visits at even odds: small groups move little. */
const STEP_RIDGE = 12;
const ROUNDS_PER_STAGE = 50;
/** Totals of rounds that the training window may choose among. */
export const BOOSTING_STAGES: readonly number[] = [50, 100, 150, 200];
const DIGITS = 9;

/**
 * Additive boosting: in each round the one feature is chosen whose single step lowers the loss most, and takes a tenth
 * of it (Friedman 2001, one step per tree). All steps of a feature add up to one curve, so the score stays a sum. A step
 * against the feature's stated direction is not taken, so that no curve ever turns. `onStage` sees the model after every
 * fifty rounds and ends the fit by answering false.
 */
export function boostCurves(
  table: VisitTable,
  rounds: number,
  onStage: (fitted: FittedTerms, rounds: number) => boolean = () => true,
): FittedTerms {
  const features = table.features.flatMap((feature, index) => {
    const binned = binColumn(table.columns[index]!);
    return binned ? [{ ...binned, key: feature.key, direction: feature.expectedDirection }] : [];
  });
  const serious = table.outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (serious === 0 || serious === table.rows)
    throw new RangeError(`All ${table.rows} outcomes are the same; there is nothing to tell apart.`);
  const start = Math.log(serious / (table.rows - serious));
  const sums = new Float64Array(table.rows).fill(start);
  const steps = features.map(({ bins }) => new Float64Array(bins));
  const gradient = new Float64Array(table.rows);
  const curvature = new Float64Array(table.rows);
  const fitted = (): FittedTerms => ({
    intercept: rounded(start),
    terms: features.flatMap((feature, index) => asCurve(feature, steps[index]!)),
    spread: null,
    dropped: table.features
      .filter(({ key }) => !features.some((feature, index) => feature.key === key && isMoved(steps[index]!)))
      .map(({ key }) => ({ key, reason: 'NOT_CHOSEN' as const })),
  });
  for (let round = 1; round <= rounds; round += 1) {
    for (let row = 0; row < table.rows; row += 1) {
      const probability = logistic(sums[row]!);
      gradient[row] = table.outcomes[row]! - probability;
      curvature[row] = probability * (1 - probability);
    }
    let best: Step | undefined;
    features.forEach((feature, index) => {
      const step = bestStep(feature, gradient, curvature);
      if (step && (!best || step.gain > best.gain)) best = { ...step, index };
    });
    if (!best) break;
    take(best, features[best.index]!, steps[best.index]!, sums);
    if (round % ROUNDS_PER_STAGE === 0 && !onStage(fitted(), round)) break;
  }
  return fitted();
}

interface Binned {
  readonly borders: readonly number[];
  /** Bin of each row; the last one is "not known". */
  readonly rows: Uint8Array;
  readonly bins: number;
  readonly median: number;
}

interface Step {
  readonly index: number;
  readonly gain: number;
  /** Bins before it are below the border. */
  readonly border: number;
  readonly below: number;
  readonly above: number;
  readonly unknown: number;
}

function binColumn(raw: Float64Array): Binned | undefined {
  const known = raw.filter((value) => value === value).sort();
  if (known.length === 0) return undefined;
  const borders: number[] = [];
  for (let place = 1; place < MOST_BORDERS; place += 1) {
    const border = known[Math.floor((place * known.length) / MOST_BORDERS)]!;
    if (border > (borders.at(-1) ?? known[0]!)) borders.push(border);
  }
  // Two values of which one is rare share every quantile; the border between them is still one.
  const highest = known[known.length - 1]!;
  if (borders.length === 0 && highest > known[0]!) borders.push(known.find((value) => value > known[0]!)!);
  if (borders.length === 0) return undefined;
  const unknown = borders.length + 1;
  const rows = Uint8Array.from(raw, (value) => {
    if (value !== value) return unknown;
    let bin = 0;
    while (bin < borders.length && value >= borders[bin]!) bin += 1;
    return bin;
  });
  return { borders, rows, bins: unknown + 1, median: known[known.length >> 1]! };
}

function bestStep(
  { rows, bins, borders, direction }: Binned & { readonly direction: number },
  gradient: Float64Array,
  curvature: Float64Array,
): Omit<Step, 'index'> | undefined {
  const slopes = new Float64Array(bins);
  const weights = new Float64Array(bins);
  for (let row = 0; row < rows.length; row += 1) {
    slopes[rows[row]!]! += gradient[row]!;
    weights[rows[row]!]! += curvature[row]!;
  }
  const ridge = STEP_RIDGE / 4;
  const unknownSlope = slopes[bins - 1]!;
  const unknownWeight = weights[bins - 1]! + ridge;
  let slopeBelow = 0;
  let weightBelow = ridge;
  let slopeAbove = -unknownSlope;
  let weightAbove = ridge - weights[bins - 1]!;
  for (let bin = 0; bin < bins; bin += 1) {
    slopeAbove += slopes[bin]!;
    weightAbove += weights[bin]!;
  }
  let best: Omit<Step, 'index'> | undefined;
  for (let border = 1; border <= borders.length; border += 1) {
    slopeBelow += slopes[border - 1]!;
    weightBelow += weights[border - 1]!;
    slopeAbove -= slopes[border - 1]!;
    weightAbove -= weights[border - 1]!;
    const below = slopeBelow / weightBelow;
    const above = slopeAbove / weightAbove;
    if (direction * (above - below) < 0) continue;
    const gain = slopeBelow * below + slopeAbove * above + unknownSlope ** 2 / unknownWeight;
    if (!best || gain > best.gain)
      best = { gain, border, below, above, unknown: unknownSlope / unknownWeight };
  }
  return best;
}

function take(step: Step, feature: Binned, steps: Float64Array, sums: Float64Array): void {
  const change = steps.map((_, bin) => {
    const whole = bin === steps.length - 1 ? step.unknown : bin < step.border ? step.below : step.above;
    return LEARNING_RATE * whole;
  });
  for (let bin = 0; bin < steps.length; bin += 1) steps[bin]! += change[bin]!;
  for (let row = 0; row < sums.length; row += 1) sums[row]! += change[feature.rows[row]!]!;
}

function asCurve(
  { key, borders, median }: Binned & { readonly key: string },
  steps: Float64Array,
): CurveTerm[] {
  if (!isMoved(steps)) return [];
  return [
    {
      kind: 'STEPS',
      key,
      median: median + 0,
      borders: [...borders],
      steps: Array.from(steps.subarray(0, borders.length + 1), rounded),
      unknown: rounded(steps[steps.length - 1]!),
    },
  ];
}

function isMoved(steps: Float64Array): boolean {
  return steps.some((step) => step !== 0);
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS)) + 0;
}
