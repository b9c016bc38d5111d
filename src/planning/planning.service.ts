import { Injectable } from '@nestjs/common';
import type { ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';
import { PlanningRepository, type NamedInspector } from './planning.repository.js';
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

  async regions(on: Day): Promise<{ code: string; name: string }[]> {
    return this.repository.regions(on);
  }

  /** Those of the asker's own authority who work there on a day or later. */
  async inspectors(on: Day): Promise<NamedInspector[]> {
    return this.repository.inspectors(on);
  }

  /** The offices that the plan in force names. */
  async offices(): Promise<{ responsibleUnit: ResponsibleUnit; name: string }[]> {
    return this.repository.offices();
  }
}
