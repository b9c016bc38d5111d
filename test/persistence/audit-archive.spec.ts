import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AuditArchive } from '../../src/audit/audit-archive.service.js';
import type { SealedEntry } from '../../src/audit/audit-entry.js';
import { sealedContent } from '../../src/audit/chain/seal-entries.js';
import { auditEntry, createAuditedDatabase, type AuditedDatabase } from '../support/audited.js';

const YEAR_MS = 365.25 * 86_400_000;
const yearsAgo = (years: number): Date => new Date(Math.floor(Date.now() - years * YEAR_MS));

describe(AuditArchive.name, () => {
  let audited: AuditedDatabase;
  let archive: AuditArchive;
  beforeEach(async () => {
    audited = await createAuditedDatabase();
    archive = new AuditArchive(audited.repository, audited.settings);
    await audited.log.record([7, 6.5, 5.1, 4.9, 5.5, 1].map((years) => auditEntry({ at: yearsAgo(years) })));
    await audited.checkpoints.note();
  });
  afterEach(() => audited.close());

  const stored = (): Promise<SealedEntry[]> => audited.repository.entriesBetween(0, 100, 100);

  it('moves the oldest entries into a file, up to the first one within the retention of five years', async () => {
    const before = await stored();
    const record = await archive.archive(audited.folder);

    const text = readFileSync(path.join(audited.folder, 'audit-1-3.ndjson'), 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as SealedEntry & { at: string });
    expect(record).toMatchObject({ firstSequence: 1, lastSequence: 3, headMac: before[2]!.mac });
    expect(record?.contentHash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(lines.map((line) => ({ ...line, at: new Date(line.at) }))).toEqual(before.slice(0, 3));
    expect((await stored()).map(({ sequence }) => sequence)).toEqual([4, 5, 6]);
  });

  it('leaves a chain that goes on from the archived head, also where nothing else is left', async () => {
    await archive.archive(audited.folder);
    await audited.log.record([auditEntry()]);
    const { problems, archivedThrough, entries } = await audited.verifier.verify();
    await audited.database.asOwner((client) =>
      client.query(
        `insert into audit_parameters values ('RETENTION', 0, 'years', '2020-01-01', 'spec', false)`,
      ),
    );
    const second = await archive.archive(audited.folder);
    await audited.log.record([auditEntry()]);

    expect({ problems, archivedThrough, entries }).toEqual({ problems: [], archivedThrough: 3, entries: 4 });
    expect(second).toMatchObject({ firstSequence: 4, lastSequence: 7 });
    expect(await audited.verifier.verify()).toMatchObject({ problems: [], archivedThrough: 7, entries: 1 });
  });

  it('keeps files that can be verified by themselves', async () => {
    const record = await archive.archive(audited.folder);
    const lines = readFileSync(path.join(audited.folder, record!.fileName), 'utf8').trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as SealedEntry & { at: string });
    const { keys } = audited.settings;
    const isSealed = (entry: SealedEntry & { at: string }): boolean | undefined =>
      keys.isSeal(entry.keyId, sealedContent({ ...entry, at: new Date(entry.at) }), entry.mac);

    expect(entries.map((entry) => isSealed(entry as never))).toEqual([true, true, true]);
    expect(isSealed({ ...entries[1]!, person: 'nobody' })).toBe(false);
  });

  it('does nothing where no entry is old enough', async () => {
    await archive.archive(audited.folder);

    expect(await archive.archive(audited.folder)).toBeUndefined();
  });

  it('takes nothing out while something is wrong with it', async () => {
    await audited.database.asOwner((client) =>
      client.query(
        `alter table audit_entries disable trigger all; update audit_entries set person = 'x' where sequence = 2`,
      ),
    );
    await expect(archive.archive(audited.folder)).rejects.toThrow('Entry 2 of the audit log does not verify');

    expect(await stored()).toHaveLength(6);
    expect(readdirSync(audited.folder).filter((name) => name.endsWith('.ndjson'))).toEqual([]);
  });

  it('never writes over a file', async () => {
    const file = path.join(audited.folder, 'audit-1-3.ndjson');
    writeFileSync(file, 'kept');

    await expect(archive.archive(audited.folder)).rejects.toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('kept');
    expect(await stored()).toHaveLength(6);
  });

  it('is held to the retention by the database, whatever the service asks for', async () => {
    const { transactions } = audited.database;
    const take = (through: number): Promise<unknown> =>
      transactions.call(`select archive_audit_entries($1, 'file', 'hash', now(), 'key', sha256('x'))`, [
        through,
      ]);

    await expect(take(4)).rejects.toThrow('keeps entries for 5 years; one up to entry 4 is of');
    await expect(take(6)).rejects.toThrow('keeps entries for 5 years');
    await expect(take(99)).rejects.toThrow('has no entry 99');
    expect(await stored()).toHaveLength(6);
  });

  it('cannot be imitated without the key', async () => {
    await audited.database.transactions.call(
      `select archive_audit_entries(2, 'audit-1-2.ndjson', 'hash', now(), $1, sha256('x'))`,
      [audited.settings.keys.currentId],
    );

    expect((await audited.verifier.verify()).problems).toEqual([
      { kind: 'BAD_ARCHIVE', sequence: 1, through: 2, detail: 'audit-1-2.ndjson' },
    ]);
  });
});
