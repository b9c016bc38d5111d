import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations.js';

/** The group role that migrations grant to; the service's login role is made a member of it. */
export const APPLICATION_GROUP = 'samtilsyn_application';

/**
 * Brings a database up to date as its owner and lets `applicationRole` in. Returns the names of the migrations that ran.
 * One process at a time: a second one waits and finds nothing left to do.
 */
export async function runMigrations(owner: DataSourceOptions, applicationRole: string): Promise<string[]> {
  const dataSource = await new DataSource({
    ...owner,
    migrations: MIGRATIONS,
    entities: [],
  }).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('samtilsyn migrations'))`);
    const done = await dataSource.runMigrations({ transaction: 'all' });
    await admit(dataSource, applicationRole);
    return done.map((migration) => migration.name);
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtext('samtilsyn migrations'))`).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}

async function admit(dataSource: DataSource, applicationRole: string): Promise<void> {
  const found = await dataSource.query<{ is_member: boolean }[]>(
    `select pg_has_role(rolname, $2, 'member') as is_member from pg_roles where rolname = $1`,
    [applicationRole, APPLICATION_GROUP],
  );
  if (!found[0]) {
    throw new Error(
      `The role "${applicationRole}" of DATABASE_URL does not exist on the server. Make it with: create role ${applicationRole} login`,
    );
  }
  if (!found[0].is_member) {
    await dataSource.query(`grant ${APPLICATION_GROUP} to "${applicationRole.replaceAll('"', '""')}"`);
  }
}
