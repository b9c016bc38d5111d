import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { AuditProblem } from '../../src/audit/chain/audit-problem.js';
import { AuditKeys } from '../../src/audit/chain/audit-keys.js';
import { sealEntries } from '../../src/audit/chain/seal-entries.js';
import { EMPTY_LOG } from '../../src/audit/audit-entry.js';
import { entryRows } from '../../src/audit/persistence/entry-rows.js';
import { auditEntry, createAuditedDatabase, type AuditedDatabase } from '../support/audited.js';

const ENTRIES = 30;
const COLUMNS = `previous_mac, mac, key_id, recorded_at, correlation_id, person, role, authority, unit, acting_for,
  purpose, action, outcome, operation, object_kind, object_ids, facility_ids, object_count`;

describe('an audit log of 30 entries with a checkpoint at the last one', () => {
  let audited: AuditedDatabase;
  beforeEach(async () => {
    audited = await createAuditedDatabase();
    for (let written = 0; written < ENTRIES; written += 3) {
      const number = (offset: number): string => `operation ${written + offset}`;
      await audited.log.record([1, 2, 3].map((offset) => auditEntry({ operation: number(offset) })));
    }
    await audited.checkpoints.note();
  });
  afterEach(() => audited.close());

  /** What only a superuser can do: switches the triggers off first. */
  async function tamper(...statements: string[]): Promise<void> {
    await audited.database.asOwner(async (client) => {
      await client.query('alter table audit_entries disable trigger all');
      for (const statement of statements) await client.query(statement);
    });
  }
  const found = async (): Promise<string[]> => (await audited.verifier.verify()).problems.map(inWords);

  it('verifies', async () => {
    expect(await audited.verifier.verify()).toMatchObject({
      entries: 30,
      lastSequence: 30,
      checkpoints: 1,
      lastCheckpoint: { sequence: 30 },
      problems: [],
    });
  });

  it('names every entry in which somebody changed a value, whichever it is', async () => {
    const changes = [
      `recorded_at = recorded_at + interval '1 millisecond'`,
      `correlation_id = '00000000-0000-4000-8000-0000000000c2'`,
      `person = 'somebody else'`,
      `role = 'MODEL_OWNER'`,
      `authority = 'STPS'`,
      'authority = null',
      `unit = 'SOCIALTILSYN_SYD'`,
      `acting_for = ''`,
      'purpose = null',
      `action = 'WRITE'`,
      `outcome = 'REFUSED'`,
      `operation = operation || ' '`,
      `object_kind = 'Plan'`,
      `object_ids = '{}'`,
    ];
    const more = [
      `facility_ids = '{}'`,
      `facility_ids = facility_ids || facility_ids`,
      'object_count = 0',
      'mac = sha256(mac)',
      'previous_mac = sha256(previous_mac)',
    ];
    const set = (change: string, index: number): string =>
      `update audit_entries set ${change} where sequence = ${2 * index + 2}`;

    await tamper(...changes.map(set));
    expect(await found()).toEqual(changes.map((_, index) => `CHANGED ${2 * index + 2}`));
    await tamper(...more.map((change, index) => set(change, index - 0.5)));
    expect(await found()).toEqual([
      'CHANGED 1-10',
      ...changes.slice(5).map((_, index) => `CHANGED ${2 * index + 12}`),
    ]);
  });

  it('names an entry that is said to be sealed with a key of somebody else', async () => {
    await tamper(`update audit_entries set key_id = 'ffffffffffffffff' where sequence = 7`);

    expect(await found()).toEqual(['UNKNOWN_KEY 7 The key ffffffffffffffff is not configured.']);
  });

  it('names entries that were taken out', async () => {
    await tamper('delete from audit_entries where sequence in (4, 11, 12, 13)');

    expect(await found()).toEqual(['MISSING 4', 'MISSING 11-13']);
  });

  it('names the first entries where they were taken out, also when somebody says that they were archived', async () => {
    await tamper('delete from audit_entries where sequence <= 4');
    const withoutRecord = await found();
    await tamper(
      'alter table audit_archives disable trigger all',
      `insert into audit_archives select 1, 4, decode(repeat('00', 32), 'hex'), previous_mac, 'audit-1-4.ndjson',
         'hash', now(), key_id, mac from audit_entries where sequence = 5`,
    );

    expect(withoutRecord).toEqual(['MISSING 1-4']);
    expect(await found()).toEqual(['BAD_ARCHIVE 1-4 audit-1-4.ndjson']);
  });

  it.each([
    ['the last ones', 'delete from audit_entries where sequence > 27', '28-30'],
    ['all', 'truncate audit_entries', '1-30'],
  ])('names the entries where somebody cut off %s', async (_, statement, run) => {
    await tamper(statement);

    expect(await found()).toEqual([expect.stringContaining(`CUT_OFF ${run} They were there on `)]);
  });

  it('names the entry that the checkpoint saw when the service went on behind a cut', async () => {
    await tamper('delete from audit_entries where sequence > 27');
    const restarted = audited.secondLog();
    await restarted.record([auditEntry(), auditEntry()]);
    const shorter = await found();
    await restarted.record([auditEntry(), auditEntry()]);

    expect(shorter).toEqual([expect.stringContaining('CUT_OFF 30 ')]);
    expect(await found()).toEqual([
      expect.stringMatching(/^OTHER_THAN_CHECKPOINT 30 Another entry stood here on /),
    ]);
  });

  it('names entries that changed places, with the places they came from', async () => {
    await tamper(
      'update audit_entries set sequence = 1000 where sequence = 5',
      'update audit_entries set sequence = 5 where sequence = 6',
      'update audit_entries set sequence = 6 where sequence = 1000',
    );

    expect(await found()).toEqual([
      'MOVED 5 It was written as entry 6.',
      'MOVED 6 It was written as entry 5.',
    ]);
  });

  it('names an entry that was moved to the end', async () => {
    await tamper('update audit_entries set sequence = 31 where sequence = 5');

    expect(await found()).toEqual(['MISSING 5', 'MOVED 31 It was written as entry 5.']);
  });

  it('names the entries that moved up where one was taken out', async () => {
    await tamper(
      'delete from audit_entries where sequence = 28',
      'update audit_entries set sequence = 28 where sequence = 29',
      'update audit_entries set sequence = 29 where sequence = 30',
    );

    expect(await found()).toEqual([
      'MOVED 28 It was written as entry 29.',
      'MOVED 29 It was written as entry 30.',
      expect.stringContaining('CUT_OFF 30 '),
    ]);
  });

  it.each([
    ['at the end', 31, []],
    ['in place of another', 12, ['delete from audit_entries where sequence = 12']],
  ])('names a copy of an entry %s', async (_, place, before) => {
    await tamper(
      ...before,
      `insert into audit_entries (sequence, ${COLUMNS}) select ${place}, ${COLUMNS} from audit_entries where sequence = 9`,
    );

    expect(await found()).toEqual([`COPIED ${place} It is a copy of entry 9.`]);
  });

  it('names a copy that stands beside its original', async () => {
    await tamper(
      'alter table audit_entries drop constraint audit_entries_pkey',
      'insert into audit_entries select * from audit_entries where sequence = 9',
    );

    expect(await found()).toEqual(['COPIED 9 The sequence number stands twice.']);
  });

  it('names an entry that somebody added without the key', async () => {
    await tamper(
      `insert into audit_entries (sequence, ${COLUMNS})
       select 31, mac, sha256(mac), key_id, recorded_at, correlation_id, 'nobody', role, authority, unit, acting_for,
         purpose, action, outcome, operation, object_kind, object_ids, facility_ids, object_count
       from audit_entries where sequence = 30`,
    );

    expect(await found()).toEqual(['CHANGED 31']);
  });

  it.each([
    ['under the name of our key', (id: string) => id, 'CHANGED 1-30'],
    ['with a key of their own', () => undefined, /^UNKNOWN_KEY 1-30 /],
  ])('names every entry where somebody wrote the whole log anew, %s', async (_, nameOf, expected) => {
    const theirs = new AuditKeys('a key that somebody made up, long enough');
    const keyId = nameOf(audited.settings.keys.currentId) ?? theirs.currentId;
    const entries = (await audited.repository.entriesBetween(0, 30, 30)).map((entry) => ({
      ...entry,
      person: 'nobody',
    }));
    const forged = sealEntries(entries, EMPTY_LOG, theirs).map((entry) => ({ ...entry, keyId }));
    await tamper('truncate audit_entries');
    await audited.database.asOwner((client) =>
      client.query(`select append_audit_entries(0, decode(repeat('00', 32), 'hex'), $1)`, [
        entryRows(forged),
      ]),
    );

    const [everything, ...more] = await found();
    expect(everything).toMatch(expected);
    expect(more).toEqual([expect.stringMatching(/^OTHER_THAN_CHECKPOINT 30 /)]);
  });

  it('names a line of the checkpoint file that was changed or added', async () => {
    const file = audited.settings.checkpointFile;
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sequence":30', '"sequence":29'));
    appendFileSync(file, 'not even JSON\n');

    expect(await found()).toEqual(['BAD_CHECKPOINT 1-2 A line of the checkpoint file.']);
  });

  it('verifies with the former key after the key was changed', async () => {
    const keys = new AuditKeys('the next key, also of 32 characters or more', [
      'a key that only specs know, 32 characters or more',
    ]);
    Object.assign(audited.settings, { keys });
    await audited.secondLog().record([auditEntry()]);
    const known = await found();
    Object.assign(audited.settings, { keys: new AuditKeys('the next key, also of 32 characters or more') });

    expect(known).toEqual([]);
    expect(await found()).toEqual([
      'BAD_CHECKPOINT 1 A line of the checkpoint file.',
      expect.stringMatching(/^UNKNOWN_KEY 1-30 /),
    ]);
  });
});

function inWords({ kind, sequence, through, detail }: AuditProblem): string {
  return `${kind} ${sequence}${through > sequence ? `-${through}` : ''} ${detail}`.trim();
}
