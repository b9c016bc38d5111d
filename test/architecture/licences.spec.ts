import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAllowed } from '../../src/cli/licences/allowed-licences.js';
import { LICENCE_FILE, licenceList } from '../../src/cli/licences/licence-list.js';
import { runtimePackages } from '../../src/cli/licences/runtime-packages.js';

const ROOT = path.join(__dirname, '..', '..');

describe('the licences of what the service runs on', () => {
  const packages = runtimePackages(ROOT);

  it('are listed as they are', () => {
    expect(readFileSync(path.join(ROOT, LICENCE_FILE), 'utf8')).toBe(licenceList(packages));
  });

  it('are all allowed', () => {
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it('cover every package that the service asks for, and none that only its development needs', () => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      object
    >;
    const listed = packages.map(({ name }) => name);

    expect(listed).toEqual(expect.arrayContaining(Object.keys(manifest['dependencies']!)));
    expect(listed).toEqual(expect.arrayContaining(Object.keys(manifest['optionalDependencies']!)));
    expect(listed).not.toContain('jest');
    expect(listed).not.toContain('eslint');
  });

  it('come with a source and a checksum, whatever the package forgot', () => {
    const needed = packages.filter(({ isOptional }) => !isOptional);

    expect(packages.filter(({ integrity }) => !/^sha512-/.test(integrity))).toEqual([]);
    expect(needed.filter(({ source }) => source !== undefined && !source.startsWith('https://'))).toEqual([]);
  });

  it('are missed when a package comes with another licence, or the list is out of date', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-licences-'));
    try {
      const planted = 'node_modules/planted';
      mkdirSync(path.join(folder, planted), { recursive: true });
      writeFileSync(path.join(folder, planted, 'package.json'), JSON.stringify({ license: 'AGPL-3.0-only' }));
      const lock = { packages: { '': {}, [planted]: { version: '1.0.0', integrity: 'sha512-x' } } };
      writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
      cpSync(path.join(ROOT, LICENCE_FILE), path.join(folder, 'licences.md'));
      const [found] = runtimePackages(folder);

      expect(found).toMatchObject({ name: 'planted', licence: 'AGPL-3.0-only' });
      expect(isAllowed(found!.licence)).toBe(false);
      expect(readFileSync(path.join(folder, 'licences.md'), 'utf8')).not.toBe(licenceList([found!]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
