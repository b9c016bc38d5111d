/** Scales how untidy the registers are: 0 = clean, 1 = as the shares are written, 1.5 = half as much again. */
export class Noise {
  constructor(private readonly level: number) {}

  /** The share after scaling; never above .95, so that even the worst register is right now and then. */
  share(atLevelOne: number): number {
    return Math.min(0.95, atLevelOne * this.level);
  }
}
