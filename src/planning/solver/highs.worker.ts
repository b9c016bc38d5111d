import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { LinearModel } from '../../domain/planning/stage-one/linear-model.js';
import type { HighsAnswer, HighsOptions } from './solve-with-highs.js';

interface Order {
  readonly model: LinearModel;
  readonly options: HighsOptions;
  readonly cancel: SharedArrayBuffer;
}

/** One model, one thread: the memory of WebAssembly never shrinks, so it goes with the thread. */
async function main({ model, options, cancel }: Order): Promise<HighsAnswer> {
  const highs = await loadHighs();
  const { callbackType, modelStatus, variableType } = highs.constants;
  const numRows = model.rowUpper.length;
  const numCols = model.cost.length;
  const solver = highs.createModel({
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    offset: 0,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(options.isWhole && { integrality: new Int32Array(numCols).fill(variableType.integer) }),
  });
  try {
    solver.options.set({ output_flag: false, time_limit: options.seconds, mip_rel_gap: 1e-6 });
    const flag = new Int32Array(cancel);
    const stopWhenAsked = (event: { interrupt: () => void }): undefined => {
      if (Atomics.load(flag, 0) !== 0) event.interrupt();
      return undefined;
    };
    solver.run({
      [callbackType.simplexInterrupt]: stopWhenAsked,
      [callbackType.ipmInterrupt]: stopWhenAsked,
      [callbackType.mipInterrupt]: stopWhenAsked,
    });
    const status = solver.getModelStatus();
    if (status === modelStatus.optimal) return { status: 'OPTIMAL', objective: solver.getObjectiveValue() };
    if (status === modelStatus.infeasible) {
      const { rowIndex, colIndex } = solver.getIis();
      return { status: 'INFEASIBLE', rows: [...rowIndex], columns: [...colIndex] };
    }
    return { status: 'ENDED' };
  } finally {
    solver.dispose();
  }
}

void main(workerData as Order).then((answer) => parentPort!.postMessage(answer));
