import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/database/migrations.js';
import { runMigrations } from '../../src/database/run-migrations.js';
import {
  asOwner,
  connectionTo,
  randomName,
  TEST_APPLICATION_ROLE,
  testServer,
} from '../support/test-server.js';

describe('the migrations', () => {
  it('are all listed, in the order of their files', () => {
    const files = readdirSync(path.join(__dirname, '../../migrations')).filter((name) =>
      /^\d+-.*\.ts$/.test(name),
    );

    const timestamps = MIGRATIONS.map((migration) => /(\d{13})$/.exec(migration.name)?.[1]);

    expect(timestamps).toEqual(files.sort().map((name) => name.slice(0, 13)));
  });

  it('can be taken back one by one and run again', async () => {
    const server = testServer();
    const name = randomName('samtilsyn_migrations');
    await asOwner(server, 'postgres', (client) => client.query(`create database ${name}`));
    const options = connectionTo(server, name);
    try {
      await runMigrations(options, TEST_APPLICATION_ROLE);
      const owner = await new DataSource({ ...options, migrations: MIGRATIONS }).initialize();
      for (let taken = 0; taken < MIGRATIONS.length; taken += 1) await owner.undoLastMigration();
      const left = await owner.query<{ name: string }[]>(
        `select relname as name from pg_class join pg_namespace n on n.oid = relnamespace
         where nspname = 'public' and relkind in ('r', 'v', 'm') and relname not in ('migrations')`,
      );
      await owner.destroy();

      const again = await runMigrations(options, TEST_APPLICATION_ROLE);

      expect(left).toEqual([]);
      expect(again).toHaveLength(MIGRATIONS.length);
    } finally {
      await asOwner(server, 'postgres', (client) => client.query(`drop database ${name} with (force)`));
    }
  });
});
