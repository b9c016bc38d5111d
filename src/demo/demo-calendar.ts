import { addDays, type Day, daysBetween } from '../domain/shared/day.js';

const BEFORE = 3_700;
const AFTER = 800;

/** Days of the demo country as whole numbers from its first day (0), with their written forms at hand. */
export class DemoCalendar {
  /** The day of delivery as a number of days from the first day. */
  readonly last: number;
  private readonly days: readonly Day[];
  private readonly danishDays: readonly string[];

  constructor(from: Day, deliveredOn: Day) {
    this.last = daysBetween(from, deliveredOn);
    this.days = Array.from({ length: BEFORE + this.last + AFTER }, (_, index) =>
      addDays(from, index - BEFORE),
    );
    this.danishDays = this.days.map((day) => `${day.slice(8)}-${day.slice(5, 7)}-${day.slice(0, 4)}`);
  }

  /** YYYY-MM-DD */
  iso(offset: number): Day {
    return this.known(this.days[offset + BEFORE], offset);
  }

  /** dd-mm-yyyy */
  danish(offset: number): string {
    return this.known(this.danishDays[offset + BEFORE], offset);
  }

  year(offset: number): string {
    return this.iso(offset).slice(0, 4);
  }

  /** The day itself on weekdays, otherwise the Friday before: inspections are made on working days. */
  workday(offset: number): number {
    const weekday = new Date(`${this.iso(offset)}T00:00:00Z`).getUTCDay();
    return offset - (weekday === 0 ? 2 : weekday === 6 ? 1 : 0);
  }

  private known<T>(value: T | undefined, offset: number): T {
    if (value === undefined) throw new RangeError(`Day ${offset} is outside the demo calendar.`);
    return value;
  }
}
