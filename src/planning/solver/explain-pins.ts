import { pinModel, type PinLimit, type PinModel } from '../../domain/planning/explaining/pin-model.js';
import type { LinearModel } from '../../domain/planning/stage-one/linear-model.js';
import type { PlanningInstance } from '../../domain/planning/planning-instance.js';
import { solveWithHighs } from './solve-with-highs.js';

/** Pins that cannot all be kept, none of which could be left out of the conflict, and the limits that they exceed. */
export interface PinConflict {
  readonly pins: PinModel['pins'];
  readonly limits: readonly PinLimit[];
}

export interface PinExplanation {
  /** Null where all pins can be kept; undefined where it was cancelled or took too long. */
  readonly conflict: Promise<PinConflict | null | undefined>;
  /** Ends within a second. */
  readonly cancel: () => void;
}

const SECONDS = 20;
const TOLERANCE = 1e-6;

/** Looks for an irreducible conflict among the pins of an instance, with HiGHS in a thread of its own. */
export function explainPins(instance: PlanningInstance): PinExplanation {
  const { model, pins, limits } = pinModel(instance);
  if (pins.length === 0) return { conflict: Promise.resolve(null), cancel: () => undefined };
  const run = solveWithHighs(model, { isWhole: false, seconds: SECONDS });
  let isCancelled = false;
  const conflict = run.answer.then((answer): PinConflict | null | undefined => {
    if (isCancelled || answer.status === 'ENDED') return undefined;
    if (answer.status === 'OPTIMAL') return null;
    return {
      pins: irreducible(model, answer.columns, answer.rows).map((column) => pins[column]!),
      limits: answer.rows.map((row) => limits[row]!),
    };
  });
  return {
    conflict,
    cancel: () => {
      isCancelled = true;
      run.cancel();
    },
  };
}

/** HiGHS names a limit with all pins that count against it; those without which it is still exceeded are left out. */
function irreducible(model: LinearModel, columns: readonly number[], rows: readonly number[]): number[] {
  return columns
    .reduce<readonly number[]>((kept, column) => {
      const fewer = kept.filter((each) => each !== column);
      return exceeds(model, fewer, rows) ? fewer : kept;
    }, columns)
    .slice();
}

function exceeds(model: LinearModel, columns: readonly number[], rows: readonly number[]): boolean {
  return rows.some((row) => {
    let sum = 0;
    for (const column of columns)
      for (let at = model.starts[column]!; at < model.starts[column + 1]!; at += 1)
        if (model.indices[at] === row) sum += model.values[at]!;
    return sum > model.rowUpper[row]! + TOLERANCE;
  });
}
