import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** True while a process with this id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// A process id is used again after a restart of the machine; with the boot it belongs to, it names one process.
const BOOT = existsSync('/proc/sys/kernel/random/boot_id')
  ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  : '';

/** The living process that holds a lock file; undefined where the file or its process is gone. */
function holderOf(file: string): number | undefined {
  let pid: string | undefined;
  let boot: string | undefined;
  try {
    [pid, boot = BOOT] = readFileSync(file, 'utf8').split(' ');
  } catch {
    return undefined;
  }
  return boot === BOOT && isAlive(Number(pid)) ? Number(pid) : undefined;
}

/** Takes a lock file for the whole process; false when a living process holds it. A dead holder's file is taken over. */
export function takeLock(file: string): boolean {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid} ${BOOT}`.trim(), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== undefined) return holder === process.pid;
      rmSync(file, { force: true });
    }
  }
  return false;
}

/** Runs `work` while no other process of ours does; waits for it at most a minute. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + 60_000;
  while (!takeLock(file)) {
    if (performance.now() > giveUpAt) {
      throw new Error(
        `Another process has held ${file} for a minute. If none of ours runs any more, remove the file.`,
      );
    }
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** The processes that use the database now, one file each; files of dead processes do not count. */
export class ProcessList {
  constructor(private readonly folder: string) {}

  join(): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(path.join(this.folder, String(process.pid)), '');
  }

  /** Leaves, and tells whether nobody else is left. */
  leave(): boolean {
    rmSync(path.join(this.folder, String(process.pid)), { force: true });
    return readdirSync(this.folder).every((name) => {
      if (isAlive(Number(name))) return false;
      rmSync(path.join(this.folder, name), { force: true });
      return true;
    });
  }
}
