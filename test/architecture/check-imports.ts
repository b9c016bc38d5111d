import { IMPORT_TABLE, MODULE_ORDER, type ImportRow } from './import-table.js';
import { readImports, type Import } from './read-imports.js';
import type { SourceFiles } from './source-files.js';

/** Imports that the table does not allow, and files that no row of it is about, one sentence each. */
export function forbiddenImports(files: SourceFiles): string[] {
  const orphans = [...files.keys()]
    .filter((file) => !rowOf(file))
    .map((file) => `${file} fits no row of the import table`);
  return [...orphans, ...readImports(files).flatMap((each) => refusal(each) ?? [])];
}

function rowOf(file: string): ImportRow | undefined {
  return IMPORT_TABLE.find((row) => row.files.test(file));
}

function refusal({ from, target, isOurs }: Import): string | undefined {
  const row = rowOf(from);
  if (!row) return undefined;
  const isAllowed = isOurs ? mayImportOurs(row, from, target) : mayImportPackage(row, target);
  return isAllowed ? undefined : `${from} imports ${target}, which "${row.name}" may not`;
}

function mayImportOurs(row: ImportRow, from: string, target: string): boolean {
  const [, group = ''] = row.files.exec(from) ?? [];
  const isNamed = row.mayImport.some((start) => target.startsWith(start.replace('$1', group)));
  return isNamed && !(row.butNot ?? []).some((pattern) => pattern.test(target));
}

function mayImportPackage(row: ImportRow, name: string): boolean {
  if (row.neverPackages.some((pattern) => pattern.test(name))) return false;
  return row.onlyPackages === undefined || row.onlyPackages.some((pattern) => pattern.test(name));
}

function moduleOf(file: string): string | undefined {
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

/** Imports of a module that is built later, by whatever file, the module files too. */
export function importsOfLaterModules(files: SourceFiles): string[] {
  return readImports(files).flatMap(({ from, target }) => {
    const [own, other] = [from, target].map((file) => MODULE_ORDER.indexOf(moduleOf(file) ?? ''));
    return own! >= 0 && other! > own! ? [`${from} imports ${target}, which is built later`] : [];
  });
}

// They bring everything together and nobody imports them.
const STARTS = new Set(['cli', 'demo', 'bench']);

/** Rings of modules that need each other, each as `a -> b -> a`, from its alphabetically first module. */
export function moduleCycles(files: SourceFiles): string[] {
  const needs = new Map<string, Set<string>>();
  for (const { from, target, isOurs } of readImports(files)) {
    const [own, other] = [moduleOf(from), moduleOf(target)];
    if (!isOurs || !own || !other || own === other || STARTS.has(own)) continue;
    needs.set(own, (needs.get(own) ?? new Set()).add(other));
  }
  const found = new Set<string>();
  const follow = (path: readonly string[]): void => {
    for (const next of needs.get(path.at(-1)!) ?? []) {
      if (next === path[0]) found.add([...path, next].join(' -> '));
      else if (next > path[0]! && !path.includes(next)) follow([...path, next]);
    }
  };
  for (const module of needs.keys()) follow([module]);
  return [...found].sort();
}
