import type { FindingRow, InspectionVisitRow, VisitQuery } from './inspection-visit.js';

export abstract class InspectionsRepository {
  /** The latest visits of each place, newest first. */
  abstract visitsOf(facilityIds: readonly string[], query: VisitQuery): Promise<InspectionVisitRow[]>;
  abstract findingsOf(visitKeys: readonly string[]): Promise<FindingRow[]>;
}
