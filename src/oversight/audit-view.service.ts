import { Injectable } from '@nestjs/common';
import type { SealedEntry } from '../audit/audit-entry.js';
import { AuditSearch, type AuditFilter } from '../audit/audit-search.service.js';

/** What those who watch over the service may read of its log; the database decides which entries. */
@Injectable()
export class AuditView {
  constructor(private readonly search: AuditSearch) {}

  async entries(
    filter: AuditFilter,
    before: number | undefined,
    limit: number,
  ): Promise<Omit<SealedEntry, 'mac' | 'previousMac' | 'keyId'>[]> {
    const entries = await this.search.entries(filter, before, limit);
    return entries.map(({ mac: _mac, previousMac: _previousMac, keyId: _keyId, ...entry }) => entry);
  }
}
