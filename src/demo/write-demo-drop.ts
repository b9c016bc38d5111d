import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DropSource } from '../domain/shared/authority.js';
import type { DemoCountryOptions } from './demo-options.js';
import { DEMO_FILE_NAMES, DEMO_FILES } from './drop/demo-files.js';
import { LineFile } from './drop/line-file.js';
import { generateDemoCountry } from './generate-demo-country.js';

export interface WrittenDrop {
  readonly folder: string;
  readonly truthFolder: string;
  readonly places: number;
  readonly bytes: number;
  /** Rows per path, malformed ones included, headers not. Truth files under `<name>`. */
  readonly rows: Readonly<Record<string, number>>;
}

const SOURCE_FOLDERS: Record<DropSource, string> = {
  SOCIALTILSYNET: 'socialtilsynet',
  ARBEJDSTILSYNET: 'arbejdstilsynet',
  STPS: 'stps',
  PLANNING: 'planning',
};

/**
 * Writes a demo country as the four full drops the importer reads, `<folder>/<source>/…`, and the truth to
 * `<folder>-truth/`. Files of these names are replaced. `onPlaces` is told now and then how many places are done.
 * Memory stays flat whatever the number of places. Throws RangeError for impossible options, before writing anything.
 */
export async function writeDemoDrop(
  folder: string,
  options: DemoCountryOptions,
  onPlaces: (done: number, all: number) => void = () => {},
): Promise<WrittenDrop> {
  const country = generateDemoCountry(options);
  const opening = country.next();
  const truthFolder = `${folder}-truth`;
  for (const source of Object.values(SOURCE_FOLDERS)) await mkdir(join(folder, source), { recursive: true });
  await mkdir(truthFolder, { recursive: true });

  const files = new Map<string, LineFile>();
  let places = 0;
  try {
    for (const name of DEMO_FILE_NAMES) {
      const file = DEMO_FILES[name];
      files.set(name, await LineFile.create(join(file.isTruth ? truthFolder : folder, file.path), file));
    }
    for (let portion = opening; !portion.done; portion = country.next()) {
      places = portion.value.places;
      for (const name of DEMO_FILE_NAMES) {
        const full = files.get(name)?.append(portion.value.lines.of(name));
        if (full) await full;
      }
      onPlaces(places, options.places);
    }
  } finally {
    for (const file of files.values()) await file.close();
  }

  // Last, so that a drop that was broken off never looks like a delivery.
  for (const [source, name] of Object.entries(SOURCE_FOLDERS)) {
    const note = JSON.stringify({ source, delivered_on: options.deliveredOn, kind: 'full' });
    await writeFile(join(folder, name, 'drop.json'), `${note}\n`);
  }
  const written = [...files.values()];
  return {
    folder,
    truthFolder,
    places,
    bytes: written.reduce((sum, file) => sum + file.bytes, 0),
    rows: Object.fromEntries(written.map((file) => [file.path, file.rows])),
  };
}
