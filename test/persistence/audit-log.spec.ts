import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { CreateAuditLog1795368431136 } from '../../migrations/1795368431136-create-audit-log.js';
import { AuditLog, AuditLogWasCut } from '../../src/audit/audit-log.service.js';
import { AuditKeys } from '../../src/audit/chain/audit-keys.js';
import { TypeormAuditRepository } from '../../src/audit/persistence/typeorm-audit.repository.js';
import { connect } from '../../src/database/open-database.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import { Transactions } from '../../src/database/transactions.js';
import { SERVICE_IDENTITY, type Identity } from '../../src/domain/shared/identity.js';
import { AUDIT_KEY, auditEntry, createAuditedDatabase, type AuditedDatabase } from '../support/audited.js';
import {
  asOwner,
  connectionTo,
  randomName,
  TEST_APPLICATION_ROLE,
  testServer,
} from '../support/test-server.js';

const MANAGER: Identity = {
  role: 'AUTHORITY_MANAGER',
  person: 'leder',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_MIDT',
};

describe('the audit log', () => {
  let audited: AuditedDatabase;
  beforeEach(async () => {
    audited = await createAuditedDatabase();
  });
  afterEach(() => audited.close());

  it('holds what was recorded, word for word, in the order of recording', async () => {
    const odd = 'a\u0000b \ud800 "quoted" \\ æøå \u2028';
    await audited.log.record([auditEntry(), auditEntry({ objectKind: null, facilityIds: [] })]);
    await audited.log.record([auditEntry({ operation: odd, purpose: null, objectIds: [odd] })]);

    const entries = await audited.repository.entriesBetween(0, 10, 10);

    expect(entries).toMatchObject([
      { ...auditEntry(), sequence: 1, previousMac: '00'.repeat(32) },
      { objectKind: null, facilityIds: [], sequence: 2, previousMac: entries[0]?.mac },
      { purpose: null, sequence: 3, operation: 'a\ufffdb \ufffd "quoted" \\ æøå \u2028' },
    ]);
    expect((await audited.verifier.verify()).problems).toEqual([]);
  });

  it('keeps one chain whoever writes at the same time: requests, mutations and another process', async () => {
    const { transactions } = audited.database;
    const other = audited.secondLog();
    const written = Array.from({ length: 120 }, async (_, index) => {
      const entry = auditEntry({ operation: `operation ${index}` });
      if (index % 3 === 0) return audited.log.record([entry]);
      if (index % 3 === 1) return other.record([entry, entry]);
      return transactions.run(SERVICE_IDENTITY, () => audited.log.recordWithin([entry]));
    });
    await Promise.all(written);

    const report = await audited.verifier.verify();

    expect(report).toMatchObject({ entries: 160, lastSequence: 160, problems: [] });
    const operations = (await audited.repository.entriesBetween(0, 200, 200)).map(
      ({ operation }) => operation,
    );
    expect(new Set(operations).size).toBe(120);
  });

  it('shows no entry before an earlier one is to be seen', async () => {
    const seen: number[][] = [];
    let isDone = false;
    const watching = (async () => {
      while (!isDone) {
        seen.push((await audited.repository.entriesBetween(0, 1_000, 1_000)).map(({ sequence }) => sequence));
      }
    })();
    const logs = [audited.log, audited.secondLog(), audited.secondLog()];
    for (let round = 0; round < 20; round += 1)
      await Promise.all(logs.map((log) => log.record([auditEntry()])));
    isDone = true;
    await watching;

    expect(seen.length).toBeGreaterThan(5);
    for (const sequences of seen) expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it('has the entry of a change exactly when the change stands', async () => {
    const { transactions } = audited.database;
    const failing = transactions.run(SERVICE_IDENTITY, async () => {
      await audited.log.recordWithin([auditEntry({ action: 'WRITE' })]);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    const afterFailure = await audited.repository.head();
    await transactions.run(SERVICE_IDENTITY, () =>
      audited.log.recordWithin([auditEntry({ action: 'WRITE' })]),
    );
    await audited.log.record([auditEntry()]);

    expect(afterFailure.sequence).toBe(0);
    expect(await audited.verifier.verify()).toMatchObject({ entries: 2, problems: [] });
  });

  it('throws when it cannot be written, for everybody who waits', async () => {
    await audited.database.asOwner((client) =>
      client.query('revoke execute on function append_audit_entries from samtilsyn_application'),
    );

    const recorded = await Promise.allSettled([
      audited.log.record([auditEntry()]),
      audited.log.record([auditEntry()]),
    ]);

    expect(recorded.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('refuses to go on behind a log that was cut off while the service ran', async () => {
    await audited.log.record([auditEntry(), auditEntry(), auditEntry()]);
    await audited.database.asOwner((client) =>
      client.query(
        'alter table audit_entries disable trigger all; delete from audit_entries where sequence = 3; alter table audit_entries enable trigger all;',
      ),
    );

    await expect(audited.log.record([auditEntry()])).rejects.toThrow(AuditLogWasCut);
    await expect(audited.checkpoints.note()).rejects.toThrow('reached entry 3 and now ends at 2');
  });

  it('is read whole by the auditor, by a manager for the own unit, by nobody else', async () => {
    const { transactions } = audited.database;
    await audited.log.record([
      auditEntry(),
      auditEntry({ unit: 'SOCIALTILSYN_SYD' }),
      auditEntry({ authority: 'STPS', unit: 'STPS' }),
      auditEntry({ role: 'FACILITY_USER', authority: null, unit: null }),
    ]);
    const readBy = (identity: Identity): Promise<unknown> =>
      transactions.run(identity, async () =>
        (
          await transactions.query<{ n: number }>('select sequence::int as n from audit_entries order by 1')
        ).map(({ n }) => n),
      );

    expect(await readBy({ role: 'AUDITOR', person: 'revisor' })).toEqual([1, 2, 3, 4]);
    expect(await readBy(MANAGER)).toEqual([1]);
    expect(await readBy({ ...MANAGER, authority: undefined })).toEqual([]);
    for (const role of [
      'PLANNER',
      'VISITING_INSPECTOR',
      'REGISTER_CLERK',
      'MODEL_OWNER',
      'FACILITY_USER',
      'OPERATOR_USER',
      'MINISTRY_ANALYST',
      'INTEGRATION_CLIENT',
      'SERVICE',
    ] as const) {
      expect(await readBy({ ...MANAGER, role })).toEqual([]);
    }
  });
});

describe('the database keeps the audit log', () => {
  let audited: AuditedDatabase;
  beforeAll(async () => {
    audited = await createAuditedDatabase();
    await audited.log.record([auditEntry(), auditEntry()]);
  });
  afterAll(() => audited.close());

  it.each([
    ['update audit_entries set person = person', 'append-only: UPDATE'],
    ['update audit_entries set person = person where false', 'append-only: UPDATE'],
    ['delete from audit_entries where sequence = 2', 'Entry 2 of the audit log is in no archive'],
    ['truncate audit_entries', 'append-only: TRUNCATE'],
    ['update facility_data_uses set authority = authority', 'append-only: UPDATE'],
    ['delete from facility_data_uses', 'append-only: DELETE'],
    ['delete from audit_archives', 'append-only: DELETE'],
    ['truncate audit_archives', 'append-only: TRUNCATE'],
    [
      `set session_replication_role = replica; delete from audit_entries where sequence = 2`,
      'Entry 2 of the audit log is in no archive',
    ],
  ])('against its owner: %s', async (sql, refusal) => {
    await expect(audited.database.asOwner((client) => client.query(sql))).rejects.toThrow(refusal);
  });

  it.each([
    'insert into audit_entries select 3, mac, mac, key_id, recorded_at, correlation_id, person, role, authority, unit, acting_for, purpose, action, outcome, operation, object_kind, object_ids, facility_ids, object_count from audit_entries where sequence = 2',
    'update audit_entries set person = person',
    'delete from audit_entries',
    'truncate audit_entries',
    'insert into audit_archives select',
    'delete from facility_data_uses',
    `update audit_parameters set value = 0`,
    'alter table audit_entries disable trigger all',
  ])('against the service: %s', async (sql) => {
    const asAuditor = audited.database.transactions.run({ role: 'AUDITOR', person: 'revisor' }, () =>
      audited.database.transactions.query(sql),
    );

    await expect(asAuditor).rejects.toThrow(/permission denied|must be owner/);
  });

  it('when somebody takes back its migration', async () => {
    const takingBack = audited.database.asOwner((client) =>
      new CreateAuditLog1795368431136().down({
        query: (sql: string) => client.query(sql),
      } as unknown as QueryRunner),
    );

    await expect(takingBack).rejects.toThrow('The audit log holds entries; it is not dropped.');
  });
});

describe('the audit log of an owner who is no superuser', () => {
  const OWNER = 'samtilsyn_test_plain_owner';

  it('is written and kept in the same way', async () => {
    const server = testServer();
    const name = randomName('samtilsyn_plain');
    await asOwner(server, 'postgres', async (client) => {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [OWNER]);
      if (rowCount === 0) await client.query(`create role ${OWNER} login createrole`);
      await client.query(`create database ${name} owner ${OWNER}`);
    });
    await runMigrations(connectionTo(server, name, OWNER), TEST_APPLICATION_ROLE);
    const dataSource = await connect(connectionTo(server, name, TEST_APPLICATION_ROLE));
    const repository = new TypeormAuditRepository(new Transactions(dataSource));
    const keys = new AuditKeys(AUDIT_KEY);
    try {
      await new AuditLog(repository, { keys, checkpointFile: '' }).record([auditEntry(), auditEntry()]);

      expect((await repository.entriesBetween(0, 9, 9)).map(({ sequence }) => sequence)).toEqual([1, 2]);
      const asPlainOwner = new Client({ ...server.owner, user: OWNER, database: name });
      await asPlainOwner.connect();
      await expect(asPlainOwner.query('delete from audit_entries')).rejects.toThrow('is in no archive');
      await asPlainOwner.end();
    } finally {
      await dataSource.destroy();
      await asOwner(server, 'postgres', (client) => client.query(`drop database ${name} with (force)`));
    }
  });
});
