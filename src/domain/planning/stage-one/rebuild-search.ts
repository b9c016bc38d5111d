import type { FacilityChoice } from './facility-choice.js';
import type { Prices } from './price-search.js';
import type { YearPlan } from './year-plan.js';
import { MOST_SLOTS } from '../instance-problems.js';
import type { Random } from '../../shared/seeded-random.js';

/** Shares of the prices that a rebuild counts with. */
const SCALES = [0, 0.6, 0.85, 1, 1.1] as const;
const FEWEST = 4;
const MOST = 28;
/** Visits of the office that are looked at for one rebuild. */
const MOST_LOOKED_AT = 4_000;
/** Chance that a slot without a visit takes part. */
const TAKES_UNVISITED = 0.15;
/** A worse plan is kept now and then, the more so the earlier: in mean visit values. */
export const FRESH_TEMPERATURE = 0.05;
/** From a plan that people work by, only what is better. */
export const HELD_TEMPERATURE = 0.002;
const LAST_TEMPERATURE = 0.001;
const RECOMPUTE_EVERY = 5_000;
const ASK_EVERY = 64;
const BETTER = 1e-9;

/**
 * Takes some facilities of one office around one bucket out of the plan and plans them anew in random order; keeps the
 * result if it is better, and now and then if it is a little worse. `best` holds the best plan met. Large neighbourhood
 * search, as Shaw described it in 1998.
 */
export class RebuildSearch {
  private readonly chosen: number[] = [];
  private readonly isChosen: Uint8Array;
  private readonly ofOffice: readonly Int32Array[];
  private readonly bucket = new Int8Array(MOST * MOST_SLOTS);
  private readonly week = new Int8Array(MOST * MOST_SLOTS);
  private readonly together = new Uint8Array(MOST * MOST_SLOTS);
  private readonly isChanged: Uint8Array;
  private changed: number[] = [];

  constructor(
    private readonly plan: YearPlan,
    private readonly best: YearPlan,
    private readonly choice: FacilityChoice,
    private readonly prices: Prices,
    private readonly random: Random,
    private readonly firstTemperature = FRESH_TEMPERATURE,
    /** A facility that is part of every rebuild; null takes any. */
    private readonly around: number | null = null,
  ) {
    this.isChosen = new Uint8Array(plan.problem.facilities);
    this.isChanged = new Uint8Array(plan.problem.facilities);
    this.ofOffice = shuffledSlotsOfOffices(plan, random);
  }

  /** Ends after so many rebuilds, or when `onRebuilds`, asked every few, says true; returns whether it did. */
  run(rebuilds: number, onRebuilds: (done: number) => boolean): boolean {
    if (this.plan.problem.slots === 0) return false;
    for (let done = 0; done < rebuilds; done += 1) {
      if (done % ASK_EVERY === 0 && onRebuilds(done)) return true;
      if (done % RECOMPUTE_EVERY === RECOMPUTE_EVERY - 1) this.plan.recompute();
      this.rebuild(this.firstTemperature * (LAST_TEMPERATURE / this.firstTemperature) ** (done / rebuilds));
    }
    return false;
  }

  private rebuild(temperature: number): void {
    const { plan, random, choice, prices } = this;
    this.pick();
    const before = plan.value;
    this.save();
    for (const facility of this.chosen) plan.lift(facility);
    const scale = SCALES[Math.floor(random() * SCALES.length)]!;
    this.shuffle();
    for (const facility of this.chosen) {
      choice.choose(facility, prices.ofClass, scale, plan.room);
      plan.place(facility, choice);
    }
    const change = plan.value - before;
    if (change >= 0 || random() < Math.exp(change / temperature)) this.keep();
    else this.undo();
    for (const facility of this.chosen) this.isChosen[facility] = 0;
  }

  /** Facilities whose visits of one office lie in or beside one bucket, and some that are not visited. */
  private pick(): void {
    const { plan, random, chosen } = this;
    const { slots, slotClass, officeOfClass, facilityOf, buckets, firstSlot } = plan.problem;
    const from = this.around === null ? 0 : firstSlot[this.around]!;
    const before = this.around === null ? slots : firstSlot[this.around + 1]!;
    const seed = from + Math.floor(random() * (before - from));
    const own = this.ofOffice[officeOfClass[slotClass[seed]!]!]!;
    const around = plan.bucketOf[seed]! >= 0 ? plan.bucketOf[seed]! : Math.floor(random() * buckets);
    const wanted = FEWEST + Math.floor(random() * (MOST - FEWEST + 1));
    chosen.length = 0;
    this.add(facilityOf[seed]!);
    let at = Math.floor(random() * own.length);
    const looks = Math.min(own.length, MOST_LOOKED_AT);
    for (let look = 0; look < looks && chosen.length < wanted; look += 1) {
      const slot = own[at]!;
      at = at + 1 === own.length ? 0 : at + 1;
      const bucket = plan.bucketOf[slot]!;
      if (bucket < 0 ? random() < TAKES_UNVISITED : bucket - around <= 1 && around - bucket <= 1)
        this.add(facilityOf[slot]!);
    }
  }

  private add(facility: number): void {
    if (this.isChosen[facility]) return;
    this.isChosen[facility] = 1;
    this.chosen.push(facility);
  }

  private shuffle(): void {
    const { chosen, random } = this;
    for (let index = chosen.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      const swapped = chosen[index]!;
      chosen[index] = chosen[other]!;
      chosen[other] = swapped;
    }
  }

  private savedOrder: number[] = [];

  private save(): void {
    const { plan } = this;
    const { firstSlot } = plan.problem;
    this.savedOrder = this.chosen.slice();
    this.savedOrder.forEach((facility, index) => {
      for (
        let slot = firstSlot[facility]!, at = index * MOST_SLOTS;
        slot < firstSlot[facility + 1]!;
        slot += 1, at += 1
      ) {
        this.bucket[at] = plan.bucketOf[slot]!;
        this.week[at] = plan.weekOf[slot]!;
        this.together[at] = plan.togetherOf[slot]!;
      }
    });
  }

  private undo(): void {
    const { plan } = this;
    const { firstSlot } = plan.problem;
    for (const facility of this.chosen) plan.lift(facility);
    this.savedOrder.forEach((facility, index) => {
      for (
        let slot = firstSlot[facility]!, at = index * MOST_SLOTS;
        slot < firstSlot[facility + 1]!;
        slot += 1, at += 1
      )
        plan.restore(slot, this.bucket[at]!, this.week[at]!, this.together[at]!);
      plan.settle(facility);
    });
  }

  private keep(): void {
    for (const facility of this.chosen) {
      if (this.isChanged[facility]) continue;
      this.isChanged[facility] = 1;
      this.changed.push(facility);
    }
    if (this.plan.value <= this.best.value + BETTER) return;
    this.best.copyFacilities(this.plan, this.changed);
    for (const facility of this.changed) this.isChanged[facility] = 0;
    this.changed = [];
  }
}

function shuffledSlotsOfOffices(plan: YearPlan, random: Random): Int32Array[] {
  const { slotClass, officeOfClass, offices, slots } = plan.problem;
  const counts = new Int32Array(offices);
  for (let slot = 0; slot < slots; slot += 1) counts[officeOfClass[slotClass[slot]!]!]! += 1;
  const members = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let slot = 0; slot < slots; slot += 1) {
    const own = members[officeOfClass[slotClass[slot]!]!]!;
    const count = counts[officeOfClass[slotClass[slot]!]!]!;
    counts[officeOfClass[slotClass[slot]!]!] = count + 1;
    const at = Math.floor(random() * (count + 1));
    own[count] = own[at]!;
    own[at] = slot;
  }
  return members;
}
