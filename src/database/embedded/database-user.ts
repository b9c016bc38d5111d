import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * PostgreSQL refuses to run as root. Where we are root, it runs as `nobody` (65534 on every Linux distribution, needs
 * no entry in passwd); elsewhere as ourselves.
 */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY = 65_534;

/** The other user to run as, or undefined where the current user will do. */
export function findDatabaseUser(): DatabaseUser | undefined {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;
}

/** Throws, naming the folder and the mend, when the database's user cannot enter every folder on the way. */
export function assertReachable(target: string, user: DatabaseUser | undefined): void {
  if (!user) return;
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const stat = statSync(folder);
    const canEnter = (stat.uid === user.uid && (stat.mode & 0o100) !== 0) || (stat.mode & 0o001) !== 0;
    if (!canEnter) {
      throw new Error(
        `The embedded database runs as user ${user.uid} (it may not run as root) and cannot enter the folder ${folder}. ` +
          `Either allow it with "chmod o+x ${folder}", or put the project and SAMTILSYN_DATA where everybody may enter, e.g. under /srv.`,
      );
    }
    if (folder === path.dirname(folder)) return;
  }
}
