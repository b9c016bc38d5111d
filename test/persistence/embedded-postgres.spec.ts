import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { assertReachable } from '../../src/database/embedded/database-user.js';
import {
  EMBEDDED_OWNER,
  joinEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/database/embedded/embedded-postgres.js';
import { takeLock } from '../../src/database/embedded/shared-lock.js';

async function answers(server: EmbeddedPostgres): Promise<boolean> {
  const client = new Client({
    host: server.socketFolder,
    port: server.port,
    user: EMBEDDED_OWNER,
    database: 'postgres',
  });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

describe('the embedded database', () => {
  let folder: string;
  const others: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-embedded-'));
    chmodSync(folder, 0o755);
  });
  afterEach(() => {
    for (const other of others.splice(0)) other.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  function anotherProcess(): number {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    others.push(other);
    return other.pid!;
  }

  it('sorts Danish letters as Danes do', async () => {
    const server = await joinEmbeddedPostgres(folder);
    const client = new Client({
      host: server.socketFolder,
      port: server.port,
      user: EMBEDDED_OWNER,
      database: 'postgres',
    });
    await client.connect();

    const sorted = await client.query<{ name: string }>(
      `select name from unnest(array['Århus', 'Ærø', 'Zealand', 'Ørsted', 'Aarhus', 'Bogense']) name order by name collate "da-x-icu"`,
    );
    await client.end();
    await server.leave();

    expect(sorted.rows.map((row) => row.name)).toEqual([
      'Bogense',
      'Zealand',
      'Ærø',
      'Ørsted',
      'Århus',
      'Aarhus',
    ]);
  });

  it('keeps its data over a stop, and stops with the last process that leaves', async () => {
    const first = await joinEmbeddedPostgres(folder);
    await first.leave();
    const isStopped = !(await answers(first));
    const second = await joinEmbeddedPostgres(folder);
    const isBack = await answers(second);
    await second.leave();

    expect({ isStopped, isBack }).toEqual({ isStopped: true, isBack: true });
    expect(existsSync(path.join(folder, 'postgres', 'PG_VERSION'))).toBe(true);
  });

  it('goes on while another living process uses it, and ignores one that died', async () => {
    const server = await joinEmbeddedPostgres(folder);
    const other = path.join(folder, 'processes', String(anotherProcess()));
    writeFileSync(other, '');
    await server.leave();
    const goesOn = await answers(server);
    rmSync(other);
    writeFileSync(path.join(folder, 'processes', '999999999'), '');
    const again = await joinEmbeddedPostgres(folder);
    await again.leave();

    expect(goesOn).toBe(true);
    expect(await answers(again)).toBe(false);
  });

  it('makes a new cluster where the first start was interrupted', async () => {
    mkdirSync(path.join(folder, 'postgres.unfinished'));
    writeFileSync(path.join(folder, 'postgres.unfinished', 'half'), '');

    const server = await joinEmbeddedPostgres(folder);

    expect(await answers(server)).toBe(true);
    await server.leave();
  });

  it('names the folder that its user cannot enter, and the mend', () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });

    expect(() => assertReachable(path.join(closed, 'postgres'), { uid: 65_534, gid: 65_534 })).toThrow(
      `cannot enter the folder ${closed}. Either allow it with "chmod o+x ${closed}"`,
    );
  });

  it('lets one service at a time have the lock, and takes over from a dead one', () => {
    const lock = path.join(folder, 'service.lock');
    writeFileSync(lock, String(anotherProcess()));
    const whileAlive = takeLock(lock);
    writeFileSync(lock, '999999999');
    const afterDeath = takeLock(lock);

    expect({ whileAlive, afterDeath }).toEqual({ whileAlive: false, afterDeath: true });
  });
});
