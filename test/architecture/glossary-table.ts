import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER } from './source-files.js';

/** One row of docs/glossary.md. */
export interface GlossaryEntry {
  readonly term: string;
  /** Names in code type: they must occur in the code. */
  readonly codeNames: readonly string[];
  /** Words and phrases that no identifier may contain, in small letters. */
  readonly doNotWrite: readonly string[];
}

const COLUMNS = [
  'Danish term',
  'authority / law',
  'code name',
  'kind',
  'definition',
  'do not write',
] as const;

export function readGlossary(): GlossaryEntry[] {
  return parseGlossary(readFileSync(path.join(PROJECT_FOLDER, 'docs/glossary.md'), 'utf8'));
}

/** Reads the first table of the text; throws where its columns are not the agreed ones or a row is short. */
export function parseGlossary(text: string): GlossaryEntry[] {
  const [header, , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  if (header?.join() !== COLUMNS.join())
    throw new Error(`The glossary needs the columns ${COLUMNS.join(', ')}.`);
  return rows.map((cells) => {
    const [term, , codeName, , , doNotWrite] = cells;
    if (cells.length !== COLUMNS.length || !term || codeName === undefined || doNotWrite === undefined) {
      throw new Error(`The glossary's row "${cells.join(' | ')}" needs ${COLUMNS.length} cells.`);
    }
    return {
      term,
      codeNames: [...codeName.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
      doNotWrite: doNotWrite
        .split(',')
        .map((each) => each.trim().toLowerCase())
        .filter(Boolean),
    };
  });
}
