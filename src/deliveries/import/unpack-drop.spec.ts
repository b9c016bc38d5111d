import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { pack, type Headers } from 'tar-stream';
import { NotADrop } from './drop-folder.js';
import { openDrop } from './unpack-drop.js';

const SYSTEM_FOLDER = tmpdir();

type Entry = readonly [Partial<Headers> & { readonly name: string }, string?];

async function archiveOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const [header, text = ''] of entries) tar.entry(header, text);
  tar.finalize();
  return gzipSync(await buffer(tar));
}

const DROP: readonly Entry[] = [
  [{ name: 'small/stps/drop.json' }, '{}'],
  [{ name: 'small/stps/sor.csv' }, 'sor_kode\r\n'],
];

describe(openDrop.name, () => {
  let folder: string;
  let archive: string;
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  beforeAll(() => process.on('unhandledRejection', note));
  afterAll(() => process.off('unhandledRejection', note));
  beforeEach(() => {
    folder = mkdtempSync(path.join(SYSTEM_FOLDER, 'samtilsyn-unpack-'));
    archive = path.join(folder, 'drop.tgz');
    // A temporary folder of this spec's own, in which nobody else unpacks.
    process.env['TMPDIR'] = path.join(folder, 'tmp');
    mkdirSync(process.env['TMPDIR']);
  });
  afterEach(() => {
    process.env['TMPDIR'] = SYSTEM_FOLDER;
    rmSync(folder, { recursive: true, force: true });
  });

  const left = (): string[] => readdirSync(path.join(folder, 'tmp'));

  it('opens the only drop of an archive, leaves alone what lies beside it, and cleans up', async () => {
    writeFileSync(archive, await archiveOf([...DROP, [{ name: 'small-truth/links.csv' }, 'a']]));

    const drop = await openDrop(archive);

    expect(path.basename(drop.folder)).toBe('small');
    expect(readFileSync(path.join(drop.folder, 'stps/sor.csv'), 'utf8')).toBe('sor_kode\r\n');
    await drop.discard();
    expect(existsSync(drop.folder)).toBe(false);
  });

  it.each<[string, readonly Entry[]]>([
    ['by its name', [[{ name: '../outside.txt' }, 'x'], ...DROP]],
    ['by a way around', [[{ name: 'small/../../outside.txt' }, 'x'], ...DROP]],
    ['from the root', [[{ name: '/outside.txt' }, 'x'], ...DROP]],
  ])('refuses an archive with an entry that leads out of it %s', async (_name, entries) => {
    writeFileSync(archive, await archiveOf(entries));

    await expect(openDrop(archive)).rejects.toThrow('leaves the archive');

    expect(left()).toEqual([]);
  });

  it('makes no links, so that no file behind one can be written or read', async () => {
    const entries: Entry[] = [
      [{ name: 'small/stps', type: 'symlink', linkname: '/etc' }],
      [{ name: 'small/hard', type: 'link', linkname: '/etc/passwd' }],
      ...DROP,
    ];
    writeFileSync(archive, await archiveOf(entries));

    const drop = await openDrop(archive);

    expect(readdirSync(drop.folder)).toEqual(['stps']);
    expect(readdirSync(path.join(drop.folder, 'stps')).sort()).toEqual(['drop.json', 'sor.csv']);
    await drop.discard();
  });

  it.each<[string, (whole: Buffer) => Buffer]>([
    ['that is cut off', (whole) => whole.subarray(0, whole.length / 2)],
    ['that is no gzip', () => Buffer.from('PK\u0003\u0004 a zip file')],
    ['that holds no tar', () => gzipSync('nothing of the kind'.repeat(100))],
    ['that is empty', () => Buffer.alloc(0)],
  ])('refuses an archive %s and leaves nothing behind', async (_name, damage) => {
    writeFileSync(archive, damage(await archiveOf(DROP)));

    await expect(openDrop(archive)).rejects.toThrow(NotADrop);

    expect(left()).toEqual([]);
  });

  it('refuses an archive of several drops and names them', async () => {
    writeFileSync(archive, await archiveOf([...DROP, [{ name: 'large/stps/drop.json' }, '{}']]));

    await expect(openDrop(archive)).rejects.toThrow(
      /holds 2 drops; import them one by one: .*large, .*small/,
    );
  });

  it.each([
    ['is not there', 'missing.tgz', 'There is no folder or file'],
    ['is no archive', 'drop.zip', 'is neither a folder nor a .tgz file'],
  ])('refuses what %s', async (_name, name, message) => {
    writeFileSync(path.join(folder, 'drop.zip'), '');

    await expect(openDrop(path.join(folder, name))).rejects.toThrow(message);
  });

  it('never lets an error slip by that would end the service', async () => {
    await nextTurn();

    expect(unhandled).toEqual([]);
  });
});
