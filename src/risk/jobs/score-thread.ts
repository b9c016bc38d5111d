import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RangeFacts, RangeScores, ScoringOrder, TrainedAll } from './score-places.js';
import type { WorkerMessage, WorkerRequest } from './score.worker.js';

// Specs run the sources as they are; the thread compiles them in the same way.
const EXTENSION = path.extname(__filename);
const FROM_SOURCES = ['-r', path.resolve('test/support/run-typescript.js')];

/** Thrown where somebody stopped the scoring. */
export class ScoringCancelled extends Error {
  constructor() {
    super('Somebody stopped the scoring; nothing was stored.');
  }
}

type OnProgress = (progress: { phase: string; done: number; total: number }) => void;

/** Training and scoring in a thread of its own, whose memory goes with it. One request is answered at a time. */
export class ScoreThread {
  private readonly worker: Worker;
  private pending: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | undefined;
  private ended: Error | undefined;

  constructor(order: ScoringOrder, onProgress: OnProgress) {
    this.worker = new Worker(path.join(__dirname, `score.worker${EXTENSION}`), {
      workerData: order,
      execArgv: EXTENSION === '.ts' ? FROM_SOURCES : [],
    });
    this.worker.on('message', (message: WorkerMessage) => {
      if ('progress' in message) return onProgress(message.progress);
      const { pending } = this;
      this.pending = undefined;
      if ('failed' in message) pending?.reject(message.failed);
      else pending?.resolve(message.answer);
    });
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`The scoring thread ended with ${code}.`)));
  }

  async learn(learn: RangeFacts): Promise<void> {
    await this.ask({ learn });
  }

  async train(): Promise<TrainedAll> {
    return (await this.ask({ train: true })) as TrainedAll;
  }

  async score(score: RangeFacts): Promise<RangeScores> {
    return (await this.ask({ score })) as RangeScores;
  }

  /** Ends the thread at once, whatever it is doing; what was asked of it rejects. */
  cancel(): void {
    this.end(new ScoringCancelled());
    void this.worker.terminate();
  }

  async close(): Promise<void> {
    this.ended ??= new Error('The scoring thread was closed.');
    await this.worker.terminate();
  }

  private end(error: Error): void {
    this.ended ??= error;
    this.pending?.reject(this.ended);
    this.pending = undefined;
  }

  private ask(request: WorkerRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.pending = { resolve, reject };
      this.worker.postMessage(request);
    });
  }
}
