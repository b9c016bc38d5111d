import { WeekByWeek } from './week-by-week.js';
import { isOpen, type YearProblem } from './year-problem.js';
import { MOST_SLOTS } from '../instance-problems.js';

const ROUNDING = 1e-9;
/** Added to a pinned visit so that it is always chosen: far above any sum of values, too small to harm rounding. */
const PIN_BONUS = 1e7;

/**
 * Finds the best buckets for the visits of one facility when hours cost a price, exactly: the best bucket of every set
 * of slots that may share a day, then the best division of the slots into such sets. Only where the days found lie too
 * near each other does it look at single weeks. The answer stays in `days`, `dayBucket`, `dayWeek` and `dayMask` until
 * the next call.
 */
export class FacilityChoice {
  days = 0;
  readonly dayBucket = new Int32Array(MOST_SLOTS);
  /** A week of the bucket in which the day keeps its distance; others of the bucket may do as well. */
  readonly dayWeek = new Int32Array(MOST_SLOTS);
  readonly dayMask = new Int32Array(MOST_SLOTS);

  private readonly gain: Float64Array;
  private readonly setGain: Float64Array;
  private readonly setBucket: Int32Array;
  private readonly best: Float64Array;
  private readonly bestSet: Int32Array;
  private readonly weekly: WeekByWeek;

  constructor(private readonly problem: YearProblem) {
    const masks = problem.shapes.reduce((most, shape) => Math.max(most, 1 << shape.slots), 1);
    this.gain = new Float64Array(MOST_SLOTS * problem.maxJoint * problem.buckets);
    this.setGain = new Float64Array(masks);
    this.setBucket = new Int32Array(masks);
    this.best = new Float64Array(masks);
    this.bestSet = new Int32Array(masks);
    this.weekly = new WeekByWeek(problem, masks);
  }

  /**
   * `price` is per hour and `room` the hours left, both by [class * buckets + bucket]. Returns the best priced value,
   * the bonus of pins left out; where two visits of one authority had to be drawn apart, a bound on it.
   */
  choose(facility: number, price: Float64Array, scale: number, room: Float64Array | null): number {
    const { problem } = this;
    const first = problem.firstSlot[facility]!;
    const slots = problem.firstSlot[facility + 1]! - first;
    this.days = 0;
    if (slots === 0) return 0;
    const pins = this.fillGains(first, slots, price, scale, room);
    let value = this.divide(facility, slots);
    if (!this.findWeeks(facility, first)) {
      value = this.weekly.choose(facility, this.gain);
      this.copyWeekly();
    }
    return value - pins * PIN_BONUS;
  }

  private fillGains(
    first: number,
    slots: number,
    price: Float64Array,
    scale: number,
    room: Float64Array | null,
  ): number {
    const { buckets, maxJoint, worth, duty, hours, slotClass, deadline, pinnedWeek } = this.problem;
    const { gain } = this;
    let pins = 0;
    for (let bit = 0; bit < slots; bit += 1) {
      const slot = first + bit;
      const from = slot * buckets;
      const prices = slotClass[slot]! * buckets;
      const last = deadline[slot]!;
      const duties = last === 32_767 ? 0 : (last < -1 ? 1 : last + 2) * buckets;
      const to = bit * maxJoint * buckets;
      const isPinned = pinnedWeek[slot]! >= 0;
      if (isPinned) pins += 1;
      const bonus = isPinned ? PIN_BONUS : 0;
      // Pinned visits take place even when hours are short; further authorities must then not make them longer.
      const pinnedHours = isPinned ? hours[slot * maxJoint + this.pinnedWith(first, slots, slot) - 1]! : 0;
      for (let size = 0; size < maxJoint; size += 1) {
        const needed = hours[slot * maxJoint + size]!;
        const cost = scale * needed;
        const at = to + size * buckets;
        if (room === null || (isPinned && needed <= pinnedHours + ROUNDING)) {
          for (let bucket = 0; bucket < buckets; bucket += 1) {
            gain[at + bucket] =
              worth[from + bucket]! + duty[duties + bucket]! + bonus - cost * price[prices + bucket]!;
          }
        } else {
          for (let bucket = 0; bucket < buckets; bucket += 1) {
            gain[at + bucket] =
              needed > room[prices + bucket]! + ROUNDING
                ? -Infinity
                : worth[from + bucket]! + duty[duties + bucket]! + bonus - cost * price[prices + bucket]!;
          }
        }
      }
    }
    return pins;
  }

  /** How many of the facility's slots are pinned to the slot's week, itself included. */
  private pinnedWith(first: number, slots: number, slot: number): number {
    const { pinnedWeek } = this.problem;
    let count = 0;
    for (let other = first; other < first + slots; other += 1)
      if (pinnedWeek[other] === pinnedWeek[slot]) count += 1;
    return count;
  }

  private divide(facility: number, slots: number): number {
    const { buckets, maxJoint, burden, shapes, shapeOf } = this.problem;
    const { gain, setGain, setBucket, best, bestSet } = this;
    const { sets, sizes, withinFrom, setsWithin } = shapes[shapeOf[facility]!]!;
    const stride = maxJoint * buckets;
    for (let index = 0; index < sets.length; index += 1) {
      const set = sets[index]!;
      const at = (sizes[index]! - 1) * buckets;
      let most = -Infinity;
      let where = 0;
      // The first, second and third slot of the set; more than three authorities are rare and take the long way.
      const one = 31 - Math.clz32(set & -set);
      const second = set & (set - 1);
      const a = one * stride + at;
      if (second === 0) {
        for (let bucket = 0; bucket < buckets; bucket += 1) {
          const sum = gain[a + bucket]!;
          if (sum > most) {
            most = sum;
            where = bucket;
          }
        }
      } else {
        const b = (31 - Math.clz32(second & -second)) * stride + at;
        const third = second & (second - 1);
        if (third === 0) {
          for (let bucket = 0; bucket < buckets; bucket += 1) {
            const sum = gain[a + bucket]! + gain[b + bucket]!;
            if (sum > most) {
              most = sum;
              where = bucket;
            }
          }
        } else {
          for (let bucket = 0; bucket < buckets; bucket += 1) {
            let sum = gain[a + bucket]! + gain[b + bucket]!;
            for (let rest = third; rest; rest &= rest - 1)
              sum += gain[(31 - Math.clz32(rest & -rest)) * stride + at + bucket]!;
            if (sum > most) {
              most = sum;
              where = bucket;
            }
          }
        }
      }
      setGain[index] = most - burden;
      setBucket[index] = where;
    }
    const masks = 1 << slots;
    best[0] = 0;
    for (let mask = 1; mask < masks; mask += 1) {
      let most = best[mask & (mask - 1)]!;
      let chosen = -1;
      for (let each = withinFrom[mask]!; each < withinFrom[mask + 1]!; each += 1) {
        const index = setsWithin[each]!;
        const value = setGain[index]! + best[mask ^ sets[index]!]!;
        if (value > most + ROUNDING) {
          most = value;
          chosen = index;
        }
      }
      best[mask] = most;
      bestSet[mask] = chosen;
    }
    let mask = masks - 1;
    while (mask) {
      const chosen = bestSet[mask]!;
      if (chosen < 0) mask &= mask - 1;
      else {
        this.addDay(setBucket[chosen]!, sets[chosen]!);
        mask ^= sets[chosen]!;
      }
    }
    return best[masks - 1]!;
  }

  /** Keeps the days in order of their buckets. */
  private addDay(bucket: number, mask: number): void {
    let at = this.days;
    for (; at > 0 && this.dayBucket[at - 1]! > bucket; at -= 1) {
      this.dayBucket[at] = this.dayBucket[at - 1]!;
      this.dayMask[at] = this.dayMask[at - 1]!;
    }
    this.dayBucket[at] = bucket;
    this.dayMask[at] = mask;
    this.days += 1;
  }

  /** Gives every day the first week that is open and far enough from the day before; false where there is none. */
  private findWeeks(facility: number, first: number): boolean {
    const { problem } = this;
    const { firstWeek, spacing, slotPart, slotGap } = problem;
    const apart = spacing[facility]!;
    let free = 0;
    for (let day = 0; day < this.days; day += 1) {
      const bucket = this.dayBucket[day]!;
      const mask = this.dayMask[day]!;
      const end = firstWeek[bucket + 1]!;
      let week = Math.max(free, firstWeek[bucket]!);
      while (week < end && !isOpenToAll(problem, first, mask, week)) week += 1;
      if (week >= end) return false;
      this.dayWeek[day] = week;
      free = week + apart;
    }
    for (let day = 1; day < this.days; day += 1) {
      for (let before = 0; before < day; before += 1) {
        const distance = this.dayWeek[day]! - this.dayWeek[before]!;
        for (let rest = this.dayMask[day]!; rest; rest &= rest - 1) {
          const slot = first + 31 - Math.clz32(rest & -rest);
          if (distance >= slotGap[slot]!) continue;
          for (let other = this.dayMask[before]!; other; other &= other - 1) {
            if (slotPart[first + 31 - Math.clz32(other & -other)] === slotPart[slot]) return false;
          }
        }
      }
    }
    return true;
  }

  private copyWeekly(): void {
    const { weekly, problem } = this;
    this.days = weekly.days;
    for (let day = 0; day < weekly.days; day += 1) {
      const at = weekly.days - 1 - day; // it names the latest day first
      this.dayWeek[day] = weekly.dayWeek[at]!;
      this.dayBucket[day] = problem.bucketOfWeek[weekly.dayWeek[at]!]!;
      this.dayMask[day] = weekly.dayMask[at]!;
    }
  }
}

function isOpenToAll(problem: YearProblem, first: number, mask: number, week: number): boolean {
  for (let rest = mask; rest; rest &= rest - 1)
    if (!isOpen(problem, first + 31 - Math.clz32(rest & -rest), week)) return false;
  return true;
}
