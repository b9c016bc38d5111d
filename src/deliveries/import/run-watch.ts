import type { Progress } from './import-report.js';

const INTERVAL_MS = 400;

/** Somebody stopped the import. */
export class ImportCancelled extends Error {
  constructor(readonly cancelledBy: string) {
    super(`The import was cancelled by ${cancelledBy}.`);
  }
}

/** Tells now and then how far an import is, and hears whether somebody wants it stopped. */
export class RunWatch {
  private readonly controller = new AbortController();
  private latest: Progress | undefined;
  private isAsking = false;
  private readonly timer: NodeJS.Timeout;

  /** `note` stores the progress and answers who has asked to stop. */
  constructor(private readonly note: (progress: Progress) => Promise<string | undefined>) {
    this.timer = setInterval(() => void this.tell(), INTERVAL_MS);
    this.timer.unref();
  }

  /** Fires with ImportCancelled as its reason. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  report(progress: Progress): void {
    this.latest = progress;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Asks at once; throws ImportCancelled where somebody has asked to stop. */
  async check(): Promise<void> {
    await this.tell();
    this.signal.throwIfAborted();
  }

  private async tell(): Promise<void> {
    if (this.isAsking || this.signal.aborted) return;
    this.isAsking = true;
    try {
      const cancelledBy = await this.note(this.latest ?? { phase: 'starting', done: 0, total: 0 });
      if (cancelledBy !== undefined) this.controller.abort(new ImportCancelled(cancelledBy));
    } catch {
      // A progress that could not be told is told the next time.
    } finally {
      this.isAsking = false;
    }
  }
}
