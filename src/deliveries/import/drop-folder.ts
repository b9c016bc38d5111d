import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DROP_SOURCES, type DropSource } from '../../domain/shared/authority.js';
import { parseDay, type Day } from '../../domain/shared/day.js';

/** One authority's folder in a drop, with what its drop.json says. */
export interface DropPart {
  readonly source: DropSource;
  readonly deliveredOn: Day;
  readonly kind: 'FULL' | 'DELTA';
  readonly files: readonly DropFile[];
}

export interface DropFile {
  /** Path inside the drop, e.g. `socialtilsynet/tilbud.csv`. */
  readonly path: string;
  readonly absolutePath: string;
  readonly bytes: number;
}

const DESCRIPTION = 'drop.json';

/** A folder or file that cannot be taken as a drop. The message names it and says why. */
export class NotADrop extends Error {
  /** `inShort` is the reason without any path of the machine, for those who only know the drop's name. */
  constructor(
    message: string,
    readonly inShort = `it is no drop: that needs a folder for each authority, with a ${DESCRIPTION} in it`,
  ) {
    super(message);
  }
}

/** A part whose drop.json is missing or wrong: the part is left out and reported, the others go on. */
export interface BrokenPart {
  readonly folder: string;
  readonly problem: string;
}

export interface Drop {
  readonly name: string;
  readonly parts: readonly DropPart[];
  readonly broken: readonly BrokenPart[];
}

/** Reads which files a drop holds; throws NotADrop with the mend when there is nothing to import. */
export async function readDrop(folder: string): Promise<Drop> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new NotADrop(
      error.code === 'ENOENT'
        ? `There is no folder ${folder}.`
        : `The folder ${folder} cannot be read: ${error.message}`,
    );
  });
  const parts: DropPart[] = [];
  const broken: BrokenPart[] = [];
  for (const entry of entries.filter((candidate) => candidate.isDirectory()).sort(byName)) {
    const names = await readdir(path.join(folder, entry.name));
    if (!names.some((name) => /\.(json|jsonl|csv)$/.test(name))) continue;
    const part = await readPart(folder, entry.name, names.sort());
    if ('problem' in part) broken.push(part);
    else parts.push(part);
  }
  if (parts.length === 0 && broken.length === 0) {
    throw new NotADrop(
      `${folder} is no drop: it needs a folder for each authority (socialtilsynet, arbejdstilsynet, stps, planning) with a ${DESCRIPTION}.`,
    );
  }
  return { name: path.basename(folder), parts, broken };
}

function byName(left: { name: string }, right: { name: string }): number {
  return left.name < right.name ? -1 : 1;
}

async function readPart(folder: string, name: string, names: string[]): Promise<DropPart | BrokenPart> {
  const file = `${name}/${DESCRIPTION}`;
  if (!names.includes(DESCRIPTION)) {
    return { folder: name, problem: `${file} is missing; it must say {"source", "delivered_on", "kind"}.` };
  }
  let description: Record<string, unknown>;
  try {
    const text = await readFile(path.join(folder, name, DESCRIPTION), 'utf8');
    description = (JSON.parse(text) ?? {}) as Record<string, unknown>; // null is JSON too
  } catch (error) {
    return { folder: name, problem: `${file} is not JSON: ${(error as Error).message}` };
  }
  const source = DROP_SOURCES.find((candidate) => candidate === description['source']);
  if (!source) {
    return {
      folder: name,
      problem: `source in ${file} is ${shown(description['source'])}; it must be one of ${DROP_SOURCES.join(', ')}.`,
    };
  }
  const deliveredOn = parseDay(String(description['delivered_on']));
  if (!deliveredOn) {
    return {
      folder: name,
      problem: `delivered_on in ${file} is ${shown(description['delivered_on'])}; it must be a day as YYYY-MM-DD.`,
    };
  }
  const kind = description['kind'];
  if (kind !== 'full' && kind !== 'delta') {
    return { folder: name, problem: `kind in ${file} is ${shown(kind)}; it must be "full" or "delta".` };
  }
  const files = await Promise.all(
    names
      .filter((candidate) => candidate !== DESCRIPTION)
      .map(async (candidate): Promise<DropFile> => {
        const absolutePath = path.join(folder, name, candidate);
        return { path: `${name}/${candidate}`, absolutePath, bytes: (await stat(absolutePath)).size };
      }),
  );
  return { source, deliveredOn, kind: kind === 'full' ? 'FULL' : 'DELTA', files };
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
