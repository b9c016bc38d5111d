import type { Request } from 'express';
import { ExpectedError } from '../domain/shared/expected-error.js';

/** How long a request may take from its arrival to its answer. A single statement is stopped earlier. */
export const LONGEST_REQUEST_MS = 30_000;

const signals = new WeakMap<Request, AbortSignal>();

/** Fires when nobody waits for the answer any more: the asker went away, or it took too long. One for each request. */
export function signalOf(request: Request): AbortSignal {
  const known = signals.get(request);
  if (known) return known;
  const controller = new AbortController();
  const stop = (message: string): void => controller.abort(new ExpectedError('TIMED_OUT', message));
  const timer = setTimeout(
    () =>
      stop(
        `The answer took longer than ${LONGEST_REQUEST_MS / 1000} seconds and was given up; ask for less.`,
      ),
    LONGEST_REQUEST_MS,
  );
  timer.unref();
  request.res?.once('close', () => {
    clearTimeout(timer);
    if (!request.res?.writableFinished) stop('The asker went away before the answer was ready.');
  });
  signals.set(request, controller.signal);
  return controller.signal;
}
