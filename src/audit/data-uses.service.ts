import { Injectable } from '@nestjs/common';
import { AuditRepository, type DataUse } from './audit.repository.js';

/** Which authorities used a place's data, as far as the asker may know: whole quarters, and none that is too recent. */
@Injectable()
export class DataUses {
  constructor(private readonly repository: AuditRepository) {}

  /** Newest quarter first, then by authority; places without any use are left out. */
  async of(facilityIds: readonly string[]): Promise<Map<string, DataUse[]>> {
    return Map.groupBy(await this.repository.dataUsesOf(facilityIds), (use) => use.facilityId);
  }
}
