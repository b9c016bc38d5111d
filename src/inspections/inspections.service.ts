import { Injectable } from '@nestjs/common';
import type { Day } from '../domain/shared/day.js';
import type { FollowUpFilter, FollowUpRow } from './follow-up.js';
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

  /** Open reactions with a deadline on a day, the nearest deadline first. */
  async followUps(
    filter: FollowUpFilter,
    on: Day,
    limit: number,
    offset: number,
  ): Promise<{ followUps: FollowUpRow[]; totalCount: number }> {
    return {
      followUps: await this.repository.followUps(filter, on, limit, offset),
      totalCount: await this.repository.countFollowUps(filter, on),
    };
  }
}
