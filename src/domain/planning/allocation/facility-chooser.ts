import type { CompiledInstance } from './compiled-instance.js';
import { visitShapes, type VisitShape } from './visit-shapes.js';
import { MOST_SLOTS } from '../instance-problems.js';

const ROUNDING = 1e-9;
const PINNED = 2;

/**
 * Finds the best weeks for the visits of one facility when hours cost a price: exactly, by a recursion over the weeks in
 * order, where best[week][mask] is the best use of the slots in the mask before that week. Two days of visit keep the
 * facility's spacing. The answer is left in `days`, `dayWeek` and `dayMask` until the next call.
 */
export class FacilityChooser {
  /** How many days of visit the latest choice holds. */
  days = 0;
  readonly dayWeek = new Int32Array(MOST_SLOTS);
  readonly dayMask = new Int32Array(MOST_SLOTS);

  private readonly shapes: readonly VisitShape[];
  private readonly best: Float64Array;
  private readonly choice: Int32Array;
  private readonly gainOf: Float64Array;
  private readonly fromWeek = new Int32Array(MOST_SLOTS);
  private readonly toWeek = new Int32Array(MOST_SLOTS);

  constructor(
    private readonly compiled: CompiledInstance,
    allowsJoint: boolean,
  ) {
    this.shapes = visitShapes(compiled, allowsJoint);
    const masks = this.shapes.reduce((most, shape) => Math.max(most, 1 << shape.slots), 1);
    this.best = new Float64Array((compiled.weeks + 1) * masks);
    this.choice = new Int32Array((compiled.weeks + 1) * masks);
    this.gainOf = new Float64Array(MOST_SLOTS * compiled.maxJoint * compiled.weeks);
  }

  /**
   * `price` is per hour and `room` the hours left, both by [class * weeks + week]. Returns the best priced value; an
   * upper bound on it where two visits of one authority came too close and the choice had to be narrowed.
   */
  choose(facility: number, price: Float64Array, scale: number, room: Float64Array | null): number {
    const shape = this.shapes[facility]!;
    this.fromWeek.fill(0);
    this.toWeek.fill(this.compiled.weeks - 1);
    const bound = this.fill(facility, shape, price, scale, room);
    this.trace(facility, shape);
    while (this.narrowTooClose(facility, shape)) {
      this.fill(facility, shape, price, scale, room);
      this.trace(facility, shape);
    }
    return bound;
  }

  private fill(
    facility: number,
    shape: VisitShape,
    price: Float64Array,
    scale: number,
    room: Float64Array | null,
  ): number {
    const { weeks, maxJoint, burden } = this.compiled;
    const { best, choice, gainOf } = this;
    const { sets, sizes, supersets, supersetsFrom } = shape;
    const masks = 1 << shape.slots;
    const spacing = this.compiled.spacing[facility]!;
    this.fillGains(facility, shape.slots, price, scale, room);
    best.fill(0, 0, masks);
    for (let week = 0; week < weeks; week += 1) {
      const now = week * masks;
      const next = now + masks;
      const before = Math.max(0, week + 1 - spacing) * masks;
      for (let mask = 0; mask < masks; mask += 1) {
        best[next + mask] = best[now + mask]!;
        choice[next + mask] = -1;
      }
      for (let index = 0; index < sets.length; index += 1) {
        const set = sets[index]!;
        let gain = -burden;
        let at = (sizes[index]! - 1) * weeks + week;
        for (let rest = set; rest; rest >>= 1, at += maxJoint * weeks) if (rest & 1) gain += gainOf[at]!;
        if (gain <= 0) continue; // a day that costs more than it is worth is never part of the best
        for (let each = supersetsFrom[index]!; each < supersetsFrom[index + 1]!; each += 1) {
          const mask = supersets[each]!;
          const value = gain + best[before + (mask ^ set)]!;
          if (value > best[next + mask]! + ROUNDING) {
            best[next + mask] = value;
            choice[next + mask] = index;
          }
        }
      }
    }
    return best[weeks * masks + masks - 1]!;
  }

  /** What each slot gains in each week with each number of companions, by [(bit * maxJoint + authorities - 1) * weeks + week]. */
  private fillGains(
    facility: number,
    slots: number,
    price: Float64Array,
    scale: number,
    room: Float64Array | null,
  ): void {
    const { weeks, maxJoint, value, hours, slotClass, pinned } = this.compiled;
    const { gainOf } = this;
    const first = this.compiled.firstSlot[facility]!;
    for (let bit = 0; bit < slots; bit += 1) {
      const slot = first + bit;
      const from = slot * weeks;
      const prices = slotClass[slot]! * weeks;
      for (let size = 0; size < maxJoint; size += 1) {
        const needed = hours[slot * maxJoint + size]!;
        const cost = scale * needed;
        const to = (bit * maxJoint + size) * weeks;
        for (let week = 0; week < weeks; week += 1)
          gainOf[to + week] = value[from + week]! - cost * price[prices + week]!;
        // Pinned visits take place even when hours are short; further company must then not make them longer.
        if (room && !(pinned[slot] && needed <= hours[slot * maxJoint + pinned[slot] - 1]! + ROUNDING)) {
          for (let week = 0; week < weeks; week += 1) {
            if (needed > room[prices + week]! + ROUNDING) gainOf[to + week] = -Infinity;
          }
        }
        gainOf.fill(-Infinity, to, to + Math.min(weeks, this.fromWeek[bit]!));
        gainOf.fill(-Infinity, to + Math.max(0, this.toWeek[bit]! + 1), to + weeks);
      }
    }
  }

  private trace(facility: number, shape: VisitShape): void {
    const masks = 1 << shape.slots;
    const spacing = this.compiled.spacing[facility]!;
    let mask = masks - 1;
    this.days = 0;
    for (let week = this.compiled.weeks; week > 0;) {
      const chosen = this.choice[week * masks + mask]!;
      if (chosen < 0) {
        week -= 1;
        continue;
      }
      this.dayWeek[this.days] = week - 1;
      this.dayMask[this.days] = shape.sets[chosen]!;
      this.days += 1;
      mask ^= shape.sets[chosen]!;
      week = Math.max(0, week - spacing);
    }
  }

  /** Where two visits of one part lie closer than its interval, moves the one that binds less: the later slot, as a rule. */
  private narrowTooClose(facility: number, shape: VisitShape): boolean {
    const { slotPart, slotGap, firstSlot } = this.compiled;
    const first = firstSlot[facility]!;
    for (let bit = 1; bit < shape.slots; bit += 1) {
      for (let other = 0; other < bit; other += 1) {
        if (slotPart[first + bit] !== slotPart[first + other]) continue;
        const gap = slotGap[first + bit]!;
        const [week, otherWeek] = [this.weekChosen(bit), this.weekChosen(other)];
        if (week < 0 || otherWeek < 0 || Math.abs(week - otherWeek) >= gap) continue;
        const binds = this.bindingOf(first + bit);
        const otherBinds = this.bindingOf(first + other);
        if (binds === PINNED && otherBinds === PINNED) continue;
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

  private bindingOf(slot: number): number {
    return this.compiled.pinned[slot] ? PINNED : this.compiled.mustVisit[slot]!;
  }
}
