import type { Day } from '../domain/shared/day.js';
import type { FollowUpFilter, FollowUpRow } from './follow-up.js';
import type { FindingRow, InspectionVisitRow, VisitQuery } from './inspection-visit.js';

export abstract class InspectionsRepository {
  /** The latest visits of each place, newest first. */
  abstract visitsOf(facilityIds: readonly string[], query: VisitQuery): Promise<InspectionVisitRow[]>;
  abstract findingsOf(visitKeys: readonly string[]): Promise<FindingRow[]>;
  abstract followUps(filter: FollowUpFilter, on: Day, limit: number, offset: number): Promise<FollowUpRow[]>;
  abstract countFollowUps(filter: FollowUpFilter, on: Day): Promise<number>;
}
