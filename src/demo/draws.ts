import { type Random, seededRandom, textHash } from '../domain/shared/seeded-random.js';

/** A list of alternatives with their relative weights. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** Random draws of the shapes the demo country needs, from one repeatable stream. */
export class Draws {
  private constructor(private readonly random: Random) {}

  /** A stream of its own per topic, so that a change in one part of the country does not move the others. */
  static for(seed: number, topic: string): Draws {
    return new Draws(seededRandom(textHash(`${seed}/${topic}`)));
  }

  uniform(): number {
    return this.random();
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.random() * list.length)];
    if (value === undefined) throw new RangeError('Nothing to pick from: the list is empty.');
    return value;
  }

  weighted<T>(table: Weighted<T>): T {
    let left = this.random() * table.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of table) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError('Nothing to pick from: the weights sum to 0.');
  }

  /** Standard normal (Box-Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.random());
  }

  /** Poisson by counting exponential gaps; for means up to some hundreds. */
  poisson(mean: number): number {
    let count = -1;
    for (let reached = 0; reached < mean; count += 1) reached += this.exponential(1);
    return Math.max(0, count);
  }
}
