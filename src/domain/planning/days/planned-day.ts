import type { PlannedVisit } from '../plan.js';

/** Day, half and persons of one day of visit. */
export interface PlannedDay {
  readonly visitDayKey: PlannedVisit['visitDayKey'];
  readonly week: number;
  /** 0 is Monday, 4 Friday. */
  readonly day: number;
  /** The half of the day that parts of half a day take: 1 is before noon, 2 after it. */
  readonly half: 1 | 2;
  readonly crews: readonly PlannedCrew[];
}

/** Who comes for one office; those who take the whole day, or the half. */
export interface PlannedCrew {
  readonly officeId: string;
  readonly isWholeDay: boolean;
  readonly inspectors: readonly string[];
}
