import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LinearModel } from '../../domain/planning/stage-one/linear-model.js';

// Specs run the sources as they are; the thread compiles them in the same way.
const EXTENSION = path.extname(__filename);
const FROM_SOURCES = ['-r', path.resolve('test/support/run-typescript.js')];
/** HiGHS does not look up in its root phase: after so long the thread is ended from outside. */
const PATIENCE_MS = 700;

export interface HighsOptions {
  /** True asks for whole columns: fit for some hundred places at most. */
  readonly isWhole: boolean;
  readonly seconds: number;
}

export type HighsAnswer =
  | { readonly status: 'OPTIMAL'; readonly objective: number }
  /** Rows and columns of a conflict of which no part is in conflict by itself, as far as HiGHS found. */
  | { readonly status: 'INFEASIBLE'; readonly rows: readonly number[]; readonly columns: readonly number[] }
  /** Cancelled, or out of time. */
  | { readonly status: 'ENDED' };

export interface HighsRun {
  readonly answer: Promise<HighsAnswer>;
  /** Ends the run within a second. */
  cancel(): void;
}

/** Solves a model with HiGHS in a thread of its own. */
export function solveWithHighs(model: LinearModel, options: HighsOptions): HighsRun {
  const cancel = new SharedArrayBuffer(4);
  const worker = new Worker(path.join(__dirname, `highs.worker${EXTENSION}`), {
    workerData: { model, options, cancel },
    execArgv: EXTENSION === '.ts' ? FROM_SOURCES : [],
  });
  let isCancelled = false;
  const answer = new Promise<HighsAnswer>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (isCancelled) resolve({ status: 'ENDED' });
      else reject(new Error(`The HiGHS thread ended with ${code} and no answer.`));
    });
  });
  return {
    answer,
    cancel: () => {
      isCancelled = true;
      Atomics.store(new Int32Array(cancel), 0, 1);
      setTimeout(() => void worker.terminate(), PATIENCE_MS).unref();
    },
  };
}
