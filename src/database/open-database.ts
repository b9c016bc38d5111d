import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Configuration } from '../config/configuration.js';
import { EMBEDDED_OWNER, joinEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { ENTITIES } from './entities.js';
import { runMigrations } from './run-migrations.js';

const APPLICATION_ROLE = 'samtilsyn_app';
const DATABASE = 'samtilsyn';
const POOL_SIZE = 10;
const LONGEST_WAIT_MS = 20_000;

/** An open, migrated database, seen as the service's own role. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  /** Closes the connections and leaves the embedded server, if it is one. */
  close(): Promise<void>;
}

/** Starts or joins the configured database and brings it up to date. */
export async function openDatabase(configuration: Configuration): Promise<OpenDatabase> {
  const { database } = configuration;
  if (database.kind === 'separate') {
    if (database.ownerUrl !== undefined) {
      await runMigrations(
        { type: 'postgres', url: database.ownerUrl },
        decodeURIComponent(new URL(database.url).username),
      );
    }
    const dataSource = await connect({ type: 'postgres', url: database.url });
    return { dataSource, close: () => dataSource.destroy() };
  }
  const server = await joinEmbeddedPostgres(configuration.dataFolder);
  try {
    await createEmbeddedDatabase(server.socketFolder, server.port);
    const address = {
      type: 'postgres',
      host: server.socketFolder,
      port: server.port,
      database: DATABASE,
    } as const;
    await runMigrations({ ...address, username: EMBEDDED_OWNER }, APPLICATION_ROLE);
    const dataSource = await connect({ ...address, username: APPLICATION_ROLE });
    return {
      dataSource,
      close: async () => {
        await dataSource.destroy();
        await server.leave();
      },
    };
  } catch (error) {
    await server.leave();
    throw error;
  }
}

async function createEmbeddedDatabase(host: string, port: number): Promise<void> {
  const client = new Client({ host, port, user: EMBEDDED_OWNER, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) {
      await client.query(`create database ${DATABASE}`);
    }
    const role = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    if (role.rowCount === 0) await client.query(`create role ${APPLICATION_ROLE} login`);
  } finally {
    await client.end();
  }
}

/** Connects as the service's role and refuses a role that is, or could become, one that row-level security does not bind. */
export async function connect(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource({
    ...options,
    entities: ENTITIES,
    installExtensions: false,
    connectTimeoutMS: LONGEST_WAIT_MS, // also for a free connection of the pool
    // Policies make the planner expect much of small statements, and compiling those takes seconds.
    extra: { max: POOL_SIZE, options: '-c timezone=UTC -c jit=off' },
  } as DataSourceOptions).initialize();
  const [role] = await dataSource.query<{ name: string; is_privileged: boolean; owns: boolean }[]>(
    `select rolname as name, rolsuper or rolbypassrls as is_privileged,
       exists (select from pg_class where relkind in ('r', 'p') and pg_has_role(pg_roles.oid, relowner, 'member')) as owns
     from pg_roles where rolname = current_user`,
  );
  if (!role || role.is_privileged || role.owns) {
    await dataSource.destroy();
    throw new Error(
      `The service may not connect as "${role?.name ?? 'unknown'}": that role ${role?.is_privileged ? 'bypasses row-level security' : 'owns tables'}. ` +
        'Give DATABASE_URL a plain login role and keep the owner in DATABASE_OWNER_URL.',
    );
  }
  return dataSource;
}
