import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestion } from './answer-question.js';
import type { ExplainOrder } from './explain-order.js';

// One question, one thread: planning again takes seconds, and the service answers others meanwhile.
parentPort!.postMessage(answerQuestion(workerData as ExplainOrder));
