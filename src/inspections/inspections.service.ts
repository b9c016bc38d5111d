import { Injectable } from '@nestjs/common';
import { InspectionsRepository } from './inspections.repository.js';
import type { FindingRow, InspectionVisitRow, VisitQuery } from './inspection-visit.js';

/** What the authorities found, for the places and visits that the asker may see. */
@Injectable()
export class InspectionsService {
  constructor(private readonly repository: InspectionsRepository) {}

  async visitsOf(
    facilityIds: readonly string[],
    query: VisitQuery,
  ): Promise<Map<string, InspectionVisitRow[]>> {
    return Map.groupBy(await this.repository.visitsOf(facilityIds, query), (visit) => visit.facilityId);
  }

  async findingsOf(visitKeys: readonly string[]): Promise<Map<string, FindingRow[]>> {
    return Map.groupBy(await this.repository.findingsOf(visitKeys), (finding) => finding.visitKey);
  }
}
