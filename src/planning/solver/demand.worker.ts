import { workerData } from 'node:worker_threads';
import { DEMAND_PARTS, PartDemand, partsOf } from '../../domain/planning/stage-one/demand.js';
import { ASKED, DONE, ENDED, type SharedDemand } from './demand-pool.js';

// Answers for every n-th part each time the prices change, until it is told to end.
const { problem, signal, prices, gains, loads, thread, threads } = workerData as SharedDemand;
const parts = partsOf(problem.facilities);
const asking = new PartDemand(problem);
const width = problem.rows * problem.buckets;
for (let seen = 0; ;) {
  Atomics.wait(signal, ASKED, seen);
  seen = Atomics.load(signal, ASKED);
  if (Atomics.load(signal, ENDED) !== 0) break;
  for (let part = thread; part < DEMAND_PARTS; part += threads)
    gains[part] = asking.ask(
      prices,
      parts[part]!,
      parts[part + 1]!,
      loads.subarray(part * width, (part + 1) * width),
    );
  Atomics.add(signal, DONE, 1);
  Atomics.notify(signal, DONE);
}
