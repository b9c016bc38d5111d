import { Injectable } from '@nestjs/common';
import {
  provenanceOf,
  type AttributeProvenance,
} from '../domain/facility/provenance/attribute-provenance.js';
import type { AttributeName } from '../domain/facility/provenance/attributes.js';
import { Transactions } from '../database/transactions.js';
import type { Day } from '../domain/shared/day.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { FacilitiesRepository, type RecordQuality } from './facilities.repository.js';

/** A day after every delivery. */
const TODAY_AND_LATER = '9999-12-31' as Day;

export interface ConflictCount {
  readonly attribute: AttributeName;
  /** Places at which the registers state different values. */
  readonly places: number;
}

export interface DataQuality {
  readonly registers: readonly RecordQuality[];
  readonly conflicts: readonly ConflictCount[];
}

/** What the registers say side by side, what they lack, and where they contradict each other. */
@Injectable()
export class DataQualityService {
  constructor(
    private readonly repository: FacilitiesRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Every source's values of each place as known on a day (today if nothing is said). */
  async masterDataOf(
    facilityIds: readonly string[],
    asOf: Day = TODAY_AND_LATER,
  ): Promise<Map<string, AttributeProvenance[]>> {
    const versions = Map.groupBy(
      await this.repository.recordVersionsOf(facilityIds),
      (version) => version.facilityId,
    );
    return new Map([...versions].map(([facilityId, own]) => [facilityId, provenanceOf(own, asOf)]));
  }

  /**
   * The report for the registers: missing, stale, unmatched, quarantined and conflicting. Counted over all records, so
   * that everybody is told the same numbers; it names none of them.
   */
  async report(): Promise<DataQuality> {
    return this.transactions.run(SERVICE_IDENTITY, () => this.count());
  }

  private async count(): Promise<DataQuality> {
    const registers = await this.repository.recordQuality();
    const places = Map.groupBy(await this.repository.currentRecords(), (record) => record.facilityId);
    const counts = new Map<AttributeName, number>();
    for (const records of places.values()) {
      for (const { attribute, agreement } of provenanceOf(records, TODAY_AND_LATER)) {
        counts.set(attribute, (counts.get(attribute) ?? 0) + (agreement === 'CONFLICT' ? 1 : 0));
      }
    }
    return { registers, conflicts: [...counts].map(([attribute, count]) => ({ attribute, places: count })) };
  }
}
