import { Injectable } from '@nestjs/common';
import { PlanningRepository } from './planning.repository.js';
import type { StoredPlan, UnplannedRow } from './stored-plan.js';

/** The current plan and the fixed cadence it is compared with. */
@Injectable()
export class PlanningService {
  constructor(private readonly repository: PlanningRepository) {}

  async currentPlans(): Promise<StoredPlan[]> {
    return this.repository.currentPlans();
  }

  async unplannedOf(facilityIds: readonly string[]): Promise<Map<string, UnplannedRow[]>> {
    return Map.groupBy(await this.repository.unplannedOf(facilityIds), (row) => row.facilityId);
  }
}
