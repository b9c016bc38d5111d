import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeDemoDrop } from '../../../../src/demo/write-demo-drop.js';
import { addDays, type Day } from '../../../../src/domain/shared/day.js';
import type { Draws } from '../draws.js';
import { MUTATIONS } from './mutate-file.js';

const FIRST_DAY = '2024-01-01' as Day;
const SOURCES = ['socialtilsynet', 'arbejdstilsynet', 'stps', 'planning'];

/** A register file as it should be, by its path in a drop. */
export type WholeFiles = ReadonlyMap<string, Buffer>;

export async function wholeFiles(folder: string): Promise<WholeFiles> {
  await writeDemoDrop(folder, { places: 8, seed: 3, deliveredOn: FIRST_DAY, from: '2022-01-01' as Day });
  const files = new Map<string, Buffer>();
  for (const source of SOURCES) {
    for (const name of await readdir(path.join(folder, source))) {
      if (name !== 'drop.json')
        files.set(`${source}/${name}`, await readFile(path.join(folder, source, name)));
    }
  }
  return files;
}

/** What was done to each file of a drop, by its path. */
export type Damages = ReadonlyMap<string, string>;

/** Writes the next drop: every kind of file once, each broken in another way, some of them as another kind's content. */
export async function writeBrokenDrop(
  folder: string,
  number: number,
  files: WholeFiles,
  draws: Draws,
): Promise<Damages> {
  const damages = new Map<string, string>();
  for (const source of SOURCES) {
    await mkdir(path.join(folder, source), { recursive: true });
    const kind = draws.chance(0.5) ? 'full' : 'delta';
    const description = { source: source.toUpperCase(), delivered_on: addDays(FIRST_DAY, number), kind };
    await writeFile(path.join(folder, source, 'drop.json'), JSON.stringify(description));
  }
  for (const [file, content] of files) {
    const names = draws.some(Object.keys(MUTATIONS), draws.chance(0.3) ? 2 : 1);
    const isSwapped = draws.chance(0.03);
    let bytes = isSwapped ? draws.pick([...files.values()]) : content;
    for (const name of names) if (bytes.length > 0) bytes = MUTATIONS[name]!(bytes, draws);
    await writeFile(path.join(folder, file), bytes);
    damages.set(file, `${isSwapped ? 'of another kind, ' : ''}${names.join(', ')}`);
  }
  return damages;
}
