import { FacilityChoice } from './facility-choice.js';
import { bitCount, type YearProblem } from './year-problem.js';

/** What all facilities would gain at given prices, and the hours they would ask for. */
export interface Demand {
  /** In mean visit values. */
  readonly gain: number;
  /** Hours by [row * buckets + bucket]; overwritten by the next question. */
  readonly load: Float64Array;
}

/** Answers for prices by [class * buckets + bucket]. */
export type AskDemand = (prices: Float64Array) => Demand;

/** The facilities are summed in this many parts, whoever sums them: the same sums on one thread and on several. */
export const DEMAND_PARTS = 32;

/** First facility of every part, and the number of facilities as the last entry. */
export function partsOf(facilities: number): number[] {
  return Array.from({ length: DEMAND_PARTS + 1 }, (_, part) =>
    Math.floor((part * facilities) / DEMAND_PARTS),
  );
}

/** Asks all facilities one after the other. */
export function askHere(problem: YearProblem): AskDemand {
  const parts = partsOf(problem.facilities);
  const asking = new PartDemand(problem);
  const load = new Float64Array(problem.rows * problem.buckets);
  const ofPart = new Float64Array(load.length);
  return (prices) => {
    let gain = 0;
    load.fill(0);
    for (let part = 0; part < DEMAND_PARTS; part += 1) {
      gain += asking.ask(prices, parts[part]!, parts[part + 1]!, ofPart);
      for (let at = 0; at < load.length; at += 1) load[at]! += ofPart[at]!;
    }
    return { gain, load };
  };
}

/** Asks the facilities of one part. */
export class PartDemand {
  private readonly choice: FacilityChoice;

  constructor(private readonly problem: YearProblem) {
    this.choice = new FacilityChoice(problem);
  }

  /** Returns the gain and overwrites `load`, by [row * buckets + bucket]. */
  ask(prices: Float64Array, from: number, before: number, load: Float64Array): number {
    const { problem, choice } = this;
    const { firstSlot, hours, maxJoint, slotClass, rowsOfClass, buckets } = problem;
    let gain = 0;
    load.fill(0);
    for (let facility = from; facility < before; facility += 1) {
      gain += choice.choose(facility, prices, 1, null);
      const first = firstSlot[facility]!;
      for (let day = 0; day < choice.days; day += 1) {
        const bucket = choice.dayBucket[day]!;
        const mask = choice.dayMask[day]!;
        const size = bitCount(mask);
        for (let rest = mask; rest; rest &= rest - 1) {
          const slot = first + 31 - Math.clz32(rest & -rest);
          const needed = hours[slot * maxJoint + size - 1]!;
          const rows = rowsOfClass[slotClass[slot]!]!;
          for (let each = 0; each < rows.length; each += 1) load[rows[each]! * buckets + bucket]! += needed;
        }
      }
    }
    return gain;
  }
}
