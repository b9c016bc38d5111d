import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { readConfiguration } from '../../config/configuration.js';
import { openDatabase } from '../../database/open-database.js';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import { FacilitiesService } from '../../facilities/facilities.service.js';
import { FeaturesModule } from '../../features.module.js';
import type { DemoRecords } from './demo-records.js';

const RECORDS_AT_ONCE = 5_000;

/** An empty, migrated database of the bench's own, with the services on it. */
export interface MergeDatabase {
  fill(demo: DemoRecords): Promise<void>;
  /** Marks one record in `every` as changed, without changing it. */
  touch(every: number): Promise<void>;
  /** Gives one record in `every` a longer name, and takes the P-number of half of these. */
  correct(every: number): Promise<void>;
  /** Seconds that one matching took. */
  match(): Promise<number>;
  /** Links that the latest matching added and ended. */
  changedLinks(): Promise<number>;
  close(): Promise<void>;
}

/** `serverUrl` names a role that may create databases and roles; without it an embedded server is started. */
export async function openMergeDatabase(serverUrl?: string): Promise<MergeDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'samtilsyn-bench-'));
  await chmod(folder, 0o755); // the embedded server runs as another user
  const scratch = serverUrl === undefined ? undefined : await createDatabase(serverUrl);
  const configuration = readConfiguration({ SAMTILSYN_DATA: folder, ...scratch?.environment });
  const database = await openDatabase(configuration);
  const services = await NestFactory.createApplicationContext(
    FeaturesModule.of(configuration, database.dataSource),
    { logger: ['error'], abortOnError: false },
  );
  const transactions = services.get(Transactions);
  const run = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    transactions.run(SERVICE_IDENTITY, () => transactions.query<Row>(sql, parameters));
  return {
    async fill({ records, sorUnits }) {
      const units = new Map(sorUnits.map((unit) => [unit.sorCode, unit]));
      for (let from = 0; from < records.length; from += RECORDS_AT_ONCE) {
        const rows = records.slice(from, from + RECORDS_AT_ONCE).map((record) => ({
          record,
          sor: (record.sorCode === null ? undefined : units.get(record.sorCode)) ?? null,
        }));
        await run(INSERT_RECORDS, [JSON.stringify(rows)]);
      }
      await run('select refresh_statistics()');
    },
    async touch(every) {
      await run(
        `update source_records set changed_at = clock_timestamp() where abs(hashtext(source_key)) % $1 = 0`,
        [every],
      );
    },
    async correct(every) {
      await run(
        `update source_records set changed_at = clock_timestamp(), facts = facts
           || jsonb_build_object('name', (facts ->> 'name') || ' Nord')
           || case when hashtext(source_key) % 2 = 0 then '{"pNumber": null}'::jsonb else '{}'::jsonb end
         where abs(hashtext(source_key)) % $1 = 1`,
        [every],
      );
    },
    async match() {
      const startedAt = performance.now();
      await services.get(FacilitiesService).matchPlaces(() => undefined);
      return (performance.now() - startedAt) / 1000;
    },
    async changedLinks() {
      const [row] = await run<{ changed: number }>(
        `select links_added + links_ended as changed from matching_runs order by started_at desc limit 1`,
      );
      return row?.changed ?? 0;
    },
    async close() {
      await services.close();
      await database.close();
      await scratch?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const INSERT_RECORDS = `
  insert into source_records (source_key, authority, name, facts, sor_facts, hides_address, delivered_on)
  select record ->> 'sourceKey', record ->> 'authority', record ->> 'name', record, nullif(sor, 'null'::jsonb),
    (record ->> 'hasSecretAddress')::boolean, '2026-11-01'
  from jsonb_to_recordset($1::jsonb) as row (record jsonb, sor jsonb)`;

interface Scratch {
  readonly environment: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

async function createDatabase(serverUrl: string): Promise<Scratch> {
  const name = `samtilsyn_bench_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  await asOwner(serverUrl, [`create role ${name} login password '${password}'`, `create database ${name}`]);
  const owner = new URL(serverUrl);
  owner.pathname = `/${name}`;
  const application = new URL(owner);
  application.username = name;
  application.password = password;
  return {
    environment: { DATABASE_URL: application.href, DATABASE_OWNER_URL: owner.href },
    drop: () => asOwner(serverUrl, [`drop database ${name} with (force)`, `drop role ${name}`]),
  };
}

async function asOwner(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client(serverUrl);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
