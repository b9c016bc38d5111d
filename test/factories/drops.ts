import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DropSource } from '../../src/domain/shared/authority.js';
import { excelCsv, jsonLines, utf8Csv, windows1252Csv, type Line } from './drop-files.js';
import {
  accidentRow,
  concernRow,
  inspectorRow,
  leaveRow,
  reactionRow,
  sorRow,
  themeRow,
  tilbudRow,
} from './register-rows.js';

/** One sender's folder of a drop. */
export interface DropPart {
  readonly folder: string;
  /** What drop.json holds, as it should stand there; undefined leaves the file out. */
  readonly description: string | undefined;
  readonly files: Readonly<Record<string, Buffer>>;
}

/** `full` says everything there is, `delta` only what is new. */
export type Kind = 'full' | 'delta';

interface SocialtilsynetRows {
  readonly tilbud?: readonly Line[];
  readonly tilsyn?: readonly Line[];
  readonly henvendelser?: readonly Line[];
}

export function socialtilsynet(deliveredOn: string, rows: SocialtilsynetRows, kind: Kind = 'full'): DropPart {
  return part('socialtilsynet', 'SOCIALTILSYNET', deliveredOn, kind, {
    'tilbud.csv': rows.tilbud && utf8Csv(tilbudRow(), rows.tilbud),
    'tilsyn.csv': rows.tilsyn && utf8Csv(themeRow(), rows.tilsyn),
    'henvendelser.csv': rows.henvendelser && utf8Csv(concernRow(), rows.henvendelser),
  });
}

interface ArbejdstilsynetRows {
  readonly tilsyn?: readonly Line[];
  readonly ulykker?: readonly Line[];
}

export function arbejdstilsynet(
  deliveredOn: string,
  rows: ArbejdstilsynetRows,
  kind: Kind = 'full',
): DropPart {
  return part('arbejdstilsynet', 'ARBEJDSTILSYNET', deliveredOn, kind, {
    'tilsyn.csv': rows.tilsyn && windows1252Csv(reactionRow(), rows.tilsyn),
    'ulykker.csv': rows.ulykker && windows1252Csv(accidentRow(), rows.ulykker),
  });
}

interface StpsRows {
  readonly tilsyn?: readonly (object | string)[];
  readonly sor?: readonly Line[];
}

export function stps(deliveredOn: string, rows: StpsRows, kind: Kind = 'full'): DropPart {
  return part('stps', 'STPS', deliveredOn, kind, {
    'tilsyn.jsonl': rows.tilsyn && jsonLines(rows.tilsyn),
    'sor.csv': rows.sor && excelCsv(sorRow(), rows.sor),
  });
}

interface PlanningRows {
  readonly inspectors?: readonly Line[];
  readonly leave?: readonly Line[];
}

export function planning(deliveredOn: string, rows: PlanningRows, kind: Kind = 'full'): DropPart {
  return part('planning', 'PLANNING', deliveredOn, kind, {
    'inspectors.csv': rows.inspectors && utf8Csv(inspectorRow(), rows.inspectors),
    'leave.csv': rows.leave && utf8Csv(leaveRow(), rows.leave),
  });
}

function part(
  folder: string,
  source: DropSource,
  deliveredOn: string,
  kind: Kind,
  files: Readonly<Record<string, Buffer | undefined>>,
): DropPart {
  return {
    folder,
    description: JSON.stringify({ source, delivered_on: deliveredOn, kind }),
    files: Object.fromEntries(Object.entries(files).flatMap(([name, text]) => (text ? [[name, text]] : []))),
  };
}

/** Writes a drop folder; parts may be as broken as they like. */
export async function writeDrop(folder: string, parts: readonly DropPart[]): Promise<void> {
  for (const { folder: name, description, files } of parts) {
    await mkdir(path.join(folder, name), { recursive: true });
    if (description !== undefined) await writeFile(path.join(folder, name, 'drop.json'), description);
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, name, file), text);
  }
}
