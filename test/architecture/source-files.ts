import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Path from the project's folder, with `/`, and the text of each file. */
export type SourceFiles = ReadonlyMap<string, string>;

export const PROJECT_FOLDER = path.join(__dirname, '../..');

/** The TypeScript files of these top-level folders; specs are left out because they may use anything. */
export function sourceFiles(...folders: readonly string[]): SourceFiles {
  const names = folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: PROJECT_FOLDER }))
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => !/\.(spec\.tsx?|d\.ts)$/.test(name))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(PROJECT_FOLDER, name), 'utf8')]));
}
