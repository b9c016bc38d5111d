import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExplainOrder, PlanAnswer } from './explain-order.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';

// Specs run the sources as they are; the thread compiles them in the same way.
const EXTENSION = path.extname(__filename);
const FROM_SOURCES = ['-r', path.resolve('test/support/run-typescript.js')];

/** Answers in a thread of its own; throws TIMED_OUT where that takes longer than it may. */
export async function askThread(order: ExplainOrder, milliseconds: number): Promise<PlanAnswer> {
  const worker = new Worker(path.join(__dirname, `explain.worker${EXTENSION}`), {
    workerData: order,
    execArgv: EXTENSION === '.ts' ? FROM_SOURCES : [],
  });
  let alarm: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PlanAnswer>((resolve, reject) => {
      worker.on('message', resolve);
      // An error of another thread is no Error here: only its words come over.
      worker.on('error', (error) => reject(new Error(error.message)));
      worker.on('exit', (code) =>
        reject(new Error(`The explaining thread ended with ${code} and no answer.`)),
      );
      alarm = setTimeout(
        () => reject(new ExpectedError('TIMED_OUT', 'Planning again took too long; nothing was found out.')),
        milliseconds,
      );
    });
  } finally {
    clearTimeout(alarm);
    await worker.terminate();
  }
}
