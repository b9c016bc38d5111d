import { Injectable } from '@nestjs/common';
import { DataUses } from '../audit/data-uses.service.js';
import type { Authority } from '../domain/shared/authority.js';
import { day, type Day } from '../domain/shared/day.js';

/** That an authority used a place's data in a calendar quarter; how often and when exactly is not told. */
export interface FacilityDataUse {
  readonly authority: Authority;
  readonly quarterStartsOn: Day;
}

/** Openness towards the place: who looked at its data. */
@Injectable()
export class FacilityDataUses {
  constructor(private readonly dataUses: DataUses) {}

  async of(facilityIds: readonly string[]): Promise<Map<string, FacilityDataUse[]>> {
    const uses = await this.dataUses.of(facilityIds);
    return new Map(
      [...uses].map(([facilityId, ofOne]) => [
        facilityId,
        ofOne.map(({ authority, quarter }) => ({
          authority: authority as Authority,
          quarterStartsOn: day(quarter),
        })),
      ]),
    );
  }
}
