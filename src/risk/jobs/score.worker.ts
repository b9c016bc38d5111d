import { parentPort, workerData } from 'node:worker_threads';
import { PlaceScoring, type RangeFacts, type ScoringOrder, type Tell } from './score-places.js';

export type WorkerRequest =
  { readonly learn: RangeFacts } | { readonly train: true } | { readonly score: RangeFacts };
/** How far it is, at most a few times a second; then the answer to the request, which are answered in turn. */
export type WorkerMessage =
  | {
      readonly progress: {
        readonly phase: Parameters<Tell>[0];
        readonly done: number;
        readonly total: number;
      };
    }
  | { readonly answer: unknown }
  | { readonly failed: Error };

const TOLD_EVERY_MS = 200;

let toldAt = -TOLD_EVERY_MS;
const work = new PlaceScoring(workerData as ScoringOrder, (phase, done, total) => {
  if (phase === 'scoring' && performance.now() - toldAt < TOLD_EVERY_MS) return;
  toldAt = performance.now();
  post({ progress: { phase, done, total } });
});

parentPort!.on('message', (request: WorkerRequest) => {
  try {
    post({ answer: answerTo(request) });
  } catch (error) {
    post({ failed: error as Error });
  }
});

function answerTo(request: WorkerRequest): unknown {
  if ('learn' in request) return work.learn(request.learn);
  return 'train' in request ? work.train() : work.score(request.score);
}

function post(message: WorkerMessage): void {
  parentPort!.postMessage(message);
}
