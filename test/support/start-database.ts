import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EMBEDDED_OWNER, joinEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import {
  asOwner,
  connectionTo,
  randomName,
  SERVER_VARIABLE,
  TEST_APPLICATION_ROLE,
  type TestServer,
} from './test-server.js';

/** Starts the embedded server, or takes that of TEST_DATABASE_URL, and migrates one template for all spec files. */
export default async function startDatabase(): Promise<void> {
  const url = process.env['TEST_DATABASE_URL'];
  const template = randomName('samtilsyn_template');
  let server: TestServer;
  if (url) {
    const { hostname, port, username, password } = new URL(url);
    const secret = password ? { password: decodeURIComponent(password) } : {};
    server = {
      owner: { host: hostname, port: Number(port || 5432), user: decodeURIComponent(username), ...secret },
      template,
    };
  } else {
    const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-test-'));
    chmodSync(folder, 0o755); // as root, the database's own user must get in
    const embedded = await joinEmbeddedPostgres(folder);
    server = { owner: { host: embedded.socketFolder, port: embedded.port, user: EMBEDDED_OWNER }, template };
    (globalThis as { leaveTestServer?: () => Promise<void> }).leaveTestServer = async () => {
      await embedded.leave();
      rmSync(folder, { recursive: true, force: true });
    };
  }
  const maintenance = url ? new URL(url).pathname.slice(1) || 'postgres' : 'postgres';
  await asOwner(server, maintenance, async (client) => {
    const role = await client.query('select from pg_roles where rolname = $1', [TEST_APPLICATION_ROLE]);
    if (role.rowCount === 0) await client.query(`create role ${TEST_APPLICATION_ROLE} login`);
    await client.query(`create database ${template}`);
  });
  await runMigrations(connectionTo(server, template), TEST_APPLICATION_ROLE);
  process.env[SERVER_VARIABLE] = JSON.stringify(server);
}
