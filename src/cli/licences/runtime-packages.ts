import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package that the running service may load, at one version. */
export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, or what the package says instead. */
  readonly licence: string;
  /** Where its source is kept, as the package says; undefined where it does not. */
  readonly source: string | undefined;
  /** Checksum of what npm installs, in the form of the lock file. */
  readonly integrity: string;
  /** True for the files of one operating system: other machines go without. */
  readonly isOptional: boolean;
}

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

interface Described {
  readonly license?: string;
  readonly licenses?: readonly { readonly type?: string }[];
  readonly repository?: string | { readonly url?: string };
  readonly homepage?: string;
}

/**
 * The packages of the lock file that are not for development alone, by name and version, each once. Licence and source
 * are read from the installed packages where the lock file has none. Throws where a needed package is not installed.
 */
export function runtimePackages(folder: string): RuntimePackage[] {
  const lock = JSON.parse(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const found = new Map<string, RuntimePackage>();
  for (const [place, locked] of Object.entries(lock.packages)) {
    if (place === '' || locked.dev) continue;
    const each = packageAt(folder, place, locked);
    found.set(`${each.name}@${each.version}`, each);
  }
  return [...found.values()].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

function packageAt(folder: string, place: string, locked: Locked): RuntimePackage {
  const isOptional = locked.optional === true;
  // What is installed of the optional ones depends on the machine, and the list must not.
  const described = isOptional ? {} : descriptionOf(path.join(folder, place, 'package.json'));
  return {
    name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: locked.version,
    licence: locked.license ?? licenceOf(described),
    source: sourceOf(described),
    integrity: locked.integrity ?? '',
    isOptional,
  };
}

function descriptionOf(file: string): Described {
  if (!existsSync(file)) throw new Error(`${file} is missing; install the packages with: npm ci`);
  return JSON.parse(readFileSync(file, 'utf8')) as Described;
}

function licenceOf({ license, licenses }: Described): string {
  const types = (licenses ?? []).flatMap(({ type }) => type ?? []);
  return license ?? (types.length > 0 ? types.join(' OR ') : 'none stated');
}

function sourceOf({ repository, homepage }: Described): string | undefined {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return (url ?? homepage)
    ?.replace(/^git\+/, '')
    .replace(/^http:/, 'https:')
    .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
    .replace(/^git@([^:]+):/, 'https://$1/')
    .replace(/^github:/, '')
    .replace(/^(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/')
    .replace(/\.git$/, '');
}

function keyOf({ name, version }: RuntimePackage): string {
  return `${name} ${version}`;
}
