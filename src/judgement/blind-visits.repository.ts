import type { FindingsSheet, BlindVisit, NewFindingsSheet } from './blind-visit.js';

export abstract class BlindVisitsRepository {
  abstract facilityExists(facilityId: string): Promise<boolean>;
  abstract lock(sheet: NewFindingsSheet): Promise<string>;
  /** Of each place, the sheets that the asker may see, newest first. */
  abstract sheetsOf(facilityIds: readonly string[]): Promise<FindingsSheet[]>;
  abstract find(sheetId: string): Promise<FindingsSheet | undefined>;
  /** The latest visits of those the asker may see, newest first. */
  abstract visits(limit: number): Promise<BlindVisit[]>;
}
