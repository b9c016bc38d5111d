import type { CapacityRows } from './capacity-rows.js';
import type { PlanningInstance } from '../planning-instance.js';
import { periodOfWeek } from '../planning-weeks.js';

/** The hours that are left, while visits are placed and lifted. */
export class HoursLedger {
  /** Hours left for a visit of a class in a week: the least over its rows. By [class * weeks + week]. */
  readonly room: Float64Array;
  private readonly left: Float64Array;
  private readonly weeks: number;
  private readonly periodOfWeek: readonly number[];
  private readonly weeksOfPeriod: readonly number[][];
  private readonly classesOfOffice: readonly number[][];

  constructor(
    instance: PlanningInstance,
    private readonly capacity: CapacityRows,
  ) {
    this.weeks = instance.weeks;
    this.left = Float64Array.from(capacity.hours);
    this.room = new Float64Array(capacity.classes.length * instance.weeks);
    this.periodOfWeek = periodOfWeek(instance.capacityPeriods);
    this.weeksOfPeriod = instance.capacityPeriods.map((_, period) =>
      this.periodOfWeek.flatMap((each, week) => (each === period ? [week] : [])),
    );
    this.classesOfOffice = instance.offices.map((_, office) =>
      capacity.classes.flatMap((each, index) => (each.office === office ? [index] : [])),
    );
    for (let period = 0; period < capacity.periods; period += 1) {
      for (const classes of this.classesOfOffice) this.refresh(classes, period);
    }
  }

  /** Takes hours from a class in a week; gives them back when negative. */
  take(hoursClass: number, week: number, hours: number): void {
    const period = this.periodOfWeek[week]!;
    for (const row of this.capacity.rowsOfClass[hoursClass]!)
      this.left[row * this.capacity.periods + period]! -= hours;
    this.refresh(this.classesOfOffice[this.capacity.classes[hoursClass]!.office]!, period);
  }

  private refresh(classes: readonly number[], period: number): void {
    for (const each of classes) {
      let least = Infinity;
      for (const row of this.capacity.rowsOfClass[each]!) {
        least = Math.min(least, this.left[row * this.capacity.periods + period]!);
      }
      for (const week of this.weeksOfPeriod[period]!) this.room[each * this.weeks + week] = least;
    }
  }
}
