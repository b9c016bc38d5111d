import { Injectable } from '@nestjs/common';
import type { Day } from '../domain/shared/day.js';
import type { SealedEntry } from './audit-entry.js';
import { AuditRepository } from './audit.repository.js';

/** Which entries to look at; every condition that is given must hold. */
export interface AuditFilter {
  readonly person?: string | null;
  /** A facility's id, or the key of any other object. */
  readonly objectKey?: string | null;
  /** The first and the last day, by the calendar of Denmark. */
  readonly from?: Day | null;
  readonly through?: Day | null;
}

/** The log for those who may read it: the auditor all of it, a manager the entries of the own unit. */
@Injectable()
export class AuditSearch {
  constructor(private readonly repository: AuditRepository) {}

  /** Newest first, those before the entry with this number; at most `limit`. */
  async entries(filter: AuditFilter, before: number | undefined, limit: number): Promise<SealedEntry[]> {
    return this.repository.entriesFor(filter, before, limit);
  }
}
