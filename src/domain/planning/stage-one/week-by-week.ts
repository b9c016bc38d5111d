import { isOpen, type YearProblem } from './year-problem.js';
import { MOST_SLOTS } from '../instance-problems.js';

const ROUNDING = 1e-9;

/**
 * The slow and exact way for one facility: best[week][mask] is the best use of the slots in the mask before that week,
 * two days of visit at least the facility's spacing apart. Latest day first in `dayWeek` and `dayMask`.
 */
export class WeekByWeek {
  days = 0;
  readonly dayWeek = new Int32Array(MOST_SLOTS);
  readonly dayMask = new Int32Array(MOST_SLOTS);

  private readonly best: Float64Array;
  private readonly choice: Int32Array;
  private readonly fromWeek = new Int32Array(MOST_SLOTS);
  private readonly toWeek = new Int32Array(MOST_SLOTS);

  constructor(
    private readonly problem: YearProblem,
    masks: number,
  ) {
    this.best = new Float64Array((problem.weeks + 1) * masks);
    this.choice = new Int32Array((problem.weeks + 1) * masks);
  }

  /** `gain` by [(bit * maxJoint + authorities - 1) * buckets + bucket]. Returns a bound on the best value, exact unless two visits of one part had to be drawn apart. */
  choose(facility: number, gain: Float64Array): number {
    this.fromWeek.fill(0);
    this.toWeek.fill(this.problem.weeks - 1);
    const bound = this.fill(facility, gain);
    this.trace(facility);
    while (this.narrowTooClose(facility)) {
      this.fill(facility, gain);
      this.trace(facility);
    }
    return bound;
  }

  private fill(facility: number, gain: Float64Array): number {
    const { weeks, buckets, maxJoint, burden, bucketOfWeek, spacing, shapes, shapeOf, firstSlot } =
      this.problem;
    const { best, choice } = this;
    const { slots, sets, sizes } = shapes[shapeOf[facility]!]!;
    const first = firstSlot[facility]!;
    const masks = 1 << slots;
    const apart = Math.max(1, spacing[facility]!);
    const stride = maxJoint * buckets;
    best.fill(0, 0, masks);
    for (let week = 0; week < weeks; week += 1) {
      const now = week * masks;
      const next = now + masks;
      const before = Math.max(0, week + 1 - apart) * masks;
      for (let mask = 0; mask < masks; mask += 1) {
        best[next + mask] = best[now + mask]!;
        choice[next + mask] = -1;
      }
      for (let index = 0; index < sets.length; index += 1) {
        const set = sets[index]!;
        const at = (sizes[index]! - 1) * buckets + bucketOfWeek[week]!;
        let value = -burden;
        for (let rest = set; rest; rest &= rest - 1) {
          const bit = 31 - Math.clz32(rest & -rest);
          value += this.isAllowed(first, bit, week) ? gain[bit * stride + at]! : -Infinity;
        }
        if (value <= 0) continue; // a day that costs more than it is worth is never part of the best
        // Every use of the other slots before, from all of them down to none.
        const others = (masks - 1) ^ set;
        for (let rest = others; ; rest = (rest - 1) & others) {
          const sum = value + best[before + rest]!;
          const to = next + (rest | set);
          if (sum > best[to]! + ROUNDING) {
            best[to] = sum;
            choice[to] = index;
          }
          if (rest === 0) break;
        }
      }
    }
    return best[weeks * masks + masks - 1]!;
  }

  private isAllowed(first: number, bit: number, week: number): boolean {
    return (
      week >= this.fromWeek[bit]! && week <= this.toWeek[bit]! && isOpen(this.problem, first + bit, week)
    );
  }

  private trace(facility: number): void {
    const { shapes, shapeOf, spacing, weeks } = this.problem;
    const { slots, sets } = shapes[shapeOf[facility]!]!;
    const masks = 1 << slots;
    const apart = Math.max(1, spacing[facility]!);
    let mask = masks - 1;
    this.days = 0;
    for (let week = weeks; week > 0;) {
      const chosen = this.choice[week * masks + mask]!;
      if (chosen < 0) {
        week -= 1;
        continue;
      }
      this.dayWeek[this.days] = week - 1;
      this.dayMask[this.days] = sets[chosen]!;
      this.days += 1;
      mask ^= sets[chosen]!;
      week = Math.max(0, week - apart);
    }
  }

  /** Where two visits of one part lie closer than its interval, moves the one that binds less: the later slot, as a rule. */
  private narrowTooClose(facility: number): boolean {
    const { slotPart, slotGap, firstSlot } = this.problem;
    const first = firstSlot[facility]!;
    const slots = firstSlot[facility + 1]! - first;
    for (let bit = 1; bit < slots; bit += 1) {
      for (let other = 0; other < bit; other += 1) {
        if (slotPart[first + bit] !== slotPart[first + other]) continue;
        const gap = slotGap[first + bit]!;
        const [week, otherWeek] = [this.weekChosen(bit), this.weekChosen(other)];
        if (week < 0 || otherWeek < 0 || Math.abs(week - otherWeek) >= gap) continue;
        const binds = this.bindingOf(first + bit);
        const otherBinds = this.bindingOf(first + other);
        if (binds === 2 && otherBinds === 2) continue;
        if (binds > otherBinds) this.toWeek[other] = week - gap;
        else this.fromWeek[bit] = otherWeek + gap;
        return true;
      }
    }
    return false;
  }

  private weekChosen(bit: number): number {
    for (let day = 0; day < this.days; day += 1)
      if (this.dayMask[day]! & (1 << bit)) return this.dayWeek[day]!;
    return -1;
  }

  /** 2 where a person pinned it, 1 where it has a deadline, else 0. */
  private bindingOf(slot: number): number {
    if (this.problem.pinnedWeek[slot]! >= 0) return 2;
    return this.problem.deadline[slot]! < this.problem.weeks ? 1 : 0;
  }
}
