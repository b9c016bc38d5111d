/**
 * Work in the background, one at a time: asked for again while it is under way, it is done once more afterwards, so
 * that what was written down before the asking is always taken along. `work` must not throw.
 */
export class SingleFlight {
  private running: Promise<void> | undefined;
  private isAskedAgain = false;

  constructor(private readonly work: () => Promise<void>) {}

  begin(): void {
    this.isAskedAgain = true;
    this.running ??= this.workThrough().finally(() => (this.running = undefined));
  }

  /** When nothing is under way. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private async workThrough(): Promise<void> {
    while (this.isAskedAgain) {
      this.isAskedAgain = false;
      await this.work();
    }
  }
}
