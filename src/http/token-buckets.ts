interface Bucket {
  tokens: number;
  /** Milliseconds of the caller's clock. */
  filledAt: number;
}

/**
 * One bucket of tokens for each asker: a request takes one, and they come back at a steady rate up to `burst`.
 * Held in memory: every running copy of the service counts for itself.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    private readonly mostBuckets = 100_000,
  ) {}

  /** Takes a token at `now` (milliseconds); 0 when there was one, else the seconds until the next, rounded up. */
  take(asker: string, now: number): number {
    const bucket = this.buckets.get(asker) ?? { tokens: this.burst, filledAt: now };
    const gained = (Math.max(0, now - bucket.filledAt) / 1000) * this.perSecond;
    bucket.tokens = Math.min(this.burst, bucket.tokens + gained);
    bucket.filledAt = Math.max(now, bucket.filledAt);
    this.keep(asker, bucket);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / this.perSecond);
    bucket.tokens -= 1;
    return 0;
  }

  get size(): number {
    return this.buckets.size;
  }

  // A Map remembers the order of insertion, so the first one was used longest ago and is the fullest of all.
  private keep(asker: string, bucket: Bucket): void {
    this.buckets.delete(asker);
    this.buckets.set(asker, bucket);
    if (this.buckets.size > this.mostBuckets) this.buckets.delete(this.buckets.keys().next().value!);
  }
}
