import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { readConfiguration } from '../../src/config/configuration.js';
import { createApp } from '../../src/create-app.js';
import { connect } from '../../src/database/open-database.js';
import { writeDemoDrop } from '../../src/demo/write-demo-drop.js';
import { Importer } from '../../src/deliveries/import/importer.service.js';
import type { Day } from '../../src/domain/shared/day.js';
import { RiskService } from '../../src/risk/risk.service.js';
import {
  asOwner,
  connectionTo,
  countryTemplateOf,
  randomName,
  TEST_APPLICATION_ROLE,
  testServer,
  type CountryTemplate,
} from './test-server.js';

const DROP = {
  places: 60,
  seed: 7,
  deliveredOn: '2026-10-05' as Day,
  from: '2019-01-01' as Day,
};

/**
 * About 60 places, imported, merged and scored. The first spec file that asks fills it, the others of the run wait
 * and clone: training alone takes longer than most spec files.
 */
export async function countryTemplate(): Promise<CountryTemplate> {
  const server = testServer();
  const template = countryTemplateOf(server.template);
  await asOwner(server, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template.database]);
    const there = await client.query('select from pg_database where datname = $1', [template.database]);
    if (there.rowCount === 0) await fill(client, template);
  });
  return template;
}

async function fill(client: Client, template: CountryTemplate): Promise<void> {
  const server = testServer();
  const database = randomName('samtilsyn_filling');
  const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-filling-'));
  await client.query(`create database ${database} template ${server.template}`);
  try {
    const dataSource = await connect(connectionTo(server, database, TEST_APPLICATION_ROLE));
    const app = await createApp(readConfiguration({ PORT: '0', SAMTILSYN_DATA: folder }), dataSource);
    await app.init();
    const silently = (): void => undefined;
    await writeDemoDrop(path.join(folder, 'drop'), DROP);
    await app.get(Importer).importDrop(path.join(folder, 'drop'), 'test', silently);
    await app.get(RiskService).scoreAll('test', silently);
    await app.close();
    if (dataSource.isInitialized) await dataSource.destroy();
    cpSync(folder, template.folder, { recursive: true });
    // Under its name only once it is whole: a spec file that fails half-way leaves nothing that others would take.
    await client.query(`alter database ${database} rename to ${template.database}`);
  } finally {
    await client.query(`drop database if exists ${database} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  }
}
