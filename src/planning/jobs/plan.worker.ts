import { parentPort, workerData } from 'node:worker_threads';
import type { StageOneProgress } from '../../domain/planning/stage-one-options.js';
import { makePlans, type MadePlans, type PlanOrder } from '../make-plans.js';

/** What the thread tells: how far it is, then the plans. */
export type WorkerMessage = { readonly progress: StageOneProgress } | { readonly made: MadePlans };

const TOLD_EVERY_MS = 200;

// One order, one thread: all memory of the solver goes with it.
const { order, cancel } = workerData as { order: PlanOrder; cancel: SharedArrayBuffer };
const isCancelled = new Int32Array(cancel);
let toldAt = 0;
const tell = (message: WorkerMessage): void => parentPort!.postMessage(message);
const made = makePlans(
  order,
  (progress) => {
    if (performance.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = performance.now();
    tell({ progress });
  },
  () => Atomics.load(isCancelled, 0) !== 0,
);
tell({ made });
