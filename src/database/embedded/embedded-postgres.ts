import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { assertReachable, findDatabaseUser, type DatabaseUser } from './database-user.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { isAlive, ProcessList, withLock } from './shared-lock.js';

export const EMBEDDED_OWNER = 'samtilsyn_owner';
const PORT = 5432; // names the socket's file only; nothing listens on the network
const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  max_connections: '60',
  jit: 'off',
};

/** A running embedded PostgreSQL, shared by all our processes on the same data folder. */
export interface EmbeddedPostgres {
  /** Folder of the Unix socket; there is no network port and no password. */
  readonly socketFolder: string;
  readonly port: number;
  /** Leaves; the last process that leaves stops the server cleanly. */
  leave(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that already runs there.
 * Throws, naming the folder and the mend, where its user cannot reach the data.
 */
export async function joinEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const user = findDatabaseUser();
  const binaries = findPostgresBinaries();
  mkdirSync(dataFolder, { recursive: true });
  const cluster = path.join(dataFolder, 'postgres');
  assertReachable(cluster, user);
  assertReachable(binaries.postgres, user);
  const socketFolder = makeSocketFolder(dataFolder, user);
  const processes = new ProcessList(path.join(dataFolder, 'processes'));
  const lock = path.join(dataFolder, 'database.lock');

  await withLock(lock, async () => {
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) createCluster(cluster, binaries, user);
    if (!isRunning(cluster, socketFolder)) startServer(cluster, socketFolder, binaries, user);
    await waitUntilReady(socketFolder, cluster);
    processes.join();
  });
  return {
    socketFolder,
    port: PORT,
    leave: () =>
      withLock(lock, async () => {
        if (processes.leave()) await stopServer(cluster);
      }),
  };
}

// A socket's path may have 107 characters at most, so it lives in a short folder that is named after the data folder.
function makeSocketFolder(dataFolder: string, user: DatabaseUser | undefined): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  const folder = path.join(tmpdir(), `samtilsyn-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user && lstatSync(folder).uid === process.getuid?.()) chownSync(folder, user.uid, user.gid);
  const stat = lstatSync(folder);
  const expected = user?.uid ?? process.getuid?.();
  if (!stat.isDirectory() || (expected !== undefined && stat.uid !== expected)) {
    throw new Error(
      `The folder ${folder} for the database's socket belongs to somebody else; remove it, or set TMPDIR.`,
    );
  }
  return folder;
}

// Made under another name and renamed at the end, so that an interrupted start leaves no half a cluster.
function createCluster(cluster: string, binaries: PostgresBinaries, user: DatabaseUser | undefined): void {
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  const made = spawnSync(
    binaries.initdb,
    ['-D', unfinished, '-U', EMBEDDED_OWNER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--locale-provider=icu',
      '--icu-locale=da-DK', '--no-instructions'], // prettier-ignore
    { ...user, cwd: unfinished, encoding: 'utf8', env: { PATH: '/usr/bin:/bin', TZ: 'UTC' } },
  );
  if (made.status !== 0)
    throw new Error(
      `The embedded database could not be created in ${cluster}:\n${made.stderr || String(made.error)}`,
    );
  renameSync(unfinished, cluster);
}

function postmasterPid(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

// After a restart of the machine another process may have the id; then there is no socket.
function isRunning(cluster: string, socketFolder: string): boolean {
  const pid = postmasterPid(cluster);
  return pid !== undefined && isAlive(pid) && existsSync(path.join(socketFolder, `.s.PGSQL.${PORT}`));
}

function startServer(
  cluster: string,
  socketFolder: string,
  binaries: PostgresBinaries,
  user: DatabaseUser | undefined,
): void {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(path.join(path.dirname(cluster), 'postgres.log'), 'a');
  const server = spawn(
    binaries.postgres,
    ['-D', cluster, '-k', socketFolder, '-p', String(PORT), ...settings],
    {
      ...user,
      cwd: cluster,
      env: { PATH: '/usr/bin:/bin', TZ: 'UTC' },
      // Its own session: Ctrl-C in the terminal must reach us first, so that we can finish before it stops.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  server.unref();
}

async function waitUntilReady(socketFolder: string, cluster: string): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  for (;;) {
    const client = new Client({ host: socketFolder, port: PORT, user: EMBEDDED_OWNER, database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > giveUpAt) {
        const log = path.join(path.dirname(cluster), 'postgres.log');
        throw new Error(
          `The embedded database did not start within a minute; see ${log}. Last answer: ${(error as Error).message}`,
          { cause: error },
        );
      }
      await sleep(40);
    }
  }
}

async function stopServer(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (const giveUpAt = performance.now() + 30_000; isAlive(pid) && performance.now() < giveUpAt;)
    await sleep(20);
}
