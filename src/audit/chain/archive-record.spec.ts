import { isSealedArchive, sealArchive } from './archive-record.js';
import { AuditKeys } from './audit-keys.js';

describe(isSealedArchive.name, () => {
  it('notices a change of any value', () => {
    const keys = new AuditKeys('a key that only specs know, 32 characters or more');
    const record = sealArchive(
      {
        firstSequence: 1,
        lastSequence: 3,
        previousMac: '00',
        headMac: '11',
        fileName: 'audit-1-3.ndjson',
        contentHash: 'hash',
        archivedAt: new Date(0),
      },
      keys,
    );

    expect(isSealedArchive(record, keys)).toBe(true);
    for (const change of [
      { firstSequence: 2 },
      { lastSequence: 4 },
      { previousMac: '01' },
      { headMac: '12' },
      { fileName: 'other' },
      { contentHash: 'other' },
      { archivedAt: new Date(1) },
      { mac: '00' },
    ]) {
      expect(isSealedArchive({ ...record, ...change }, keys)).toBe(false);
    }
  });
});
