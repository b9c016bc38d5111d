import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import { NotADrop } from './drop-folder.js';

const LARGEST_UNPACKED = 8 * 1024 ** 3;
const AUTHORITY_FOLDERS = new Set(['socialtilsynet', 'arbejdstilsynet', 'stps', 'planning']);

/** A drop as a folder on disk; `discard` removes what was unpacked for it. */
export interface OpenedDrop {
  readonly folder: string;
  discard(): Promise<void>;
}

/**
 * Opens a drop that is a folder, or a .tgz with one drop in it (what lies beside the drop is left alone).
 * Throws NotADrop, naming the mend.
 */
export async function openDrop(location: string): Promise<OpenedDrop> {
  const found = await stat(location).catch(() => undefined);
  if (!found) throw new NotADrop(`There is no folder or file ${location}.`, 'the inbox holds no such drop');
  if (found.isDirectory()) return { folder: await dropIn(location), discard: () => Promise.resolve() };
  if (!/\.(tgz|tar\.gz)$/.test(location)) {
    throw new NotADrop(
      `${location} is neither a folder nor a .tgz file; unpack it and give the folder.`,
      'it is neither a folder nor a .tgz file',
    );
  }
  const target = await mkdtemp(path.join(tmpdir(), 'samtilsyn-drop-'));
  const discard = (): Promise<void> => rm(target, { recursive: true, force: true });
  try {
    await unpack(location, target);
    return { folder: await dropIn(target), discard };
  } catch (error) {
    await discard();
    throw error instanceof NotADrop
      ? error
      : new NotADrop(...broken(location, error as NodeJS.ErrnoException));
  }
}

// A file of ours that cannot be written is no fault of the archive, and its path is nobody's business.
function broken(location: string, { message, path: ours }: NodeJS.ErrnoException): [string, string] {
  const reason = ours === undefined ? `: ${message}` : ' here';
  return [
    `${location} cannot be unpacked: ${message}`,
    `it cannot be unpacked${reason}; pack it anew with: tar czf drop.tgz <folder>`,
  ];
}

async function unpack(archive: string, target: string): Promise<void> {
  const tar = extract();
  const reading = pipeline(createReadStream(archive), createGunzip(), tar);
  // When one fails, so does the other; an error that nobody waits for would end the service.
  for (const result of await Promise.allSettled([writeEntries(tar, target), reading])) {
    if (result.status === 'rejected') throw result.reason;
  }
}

async function writeEntries(tar: Extract, target: string): Promise<void> {
  let unpacked = 0;
  for await (const entry of tar) {
    const { name, type, size = 0 } = entry.header;
    const file = path.resolve(target, name);
    if (!file.startsWith(target + path.sep) && file !== target)
      throw new Error(`the entry "${name}" leaves the archive`);
    unpacked += size;
    if (unpacked > LARGEST_UNPACKED) throw new Error(`it holds more than ${LARGEST_UNPACKED} bytes`);
    if (type === 'file') {
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(entry, createWriteStream(file));
    } else {
      entry.resume();
    }
  }
}

// A drop is the folder that holds the authorities' folders: the given one, or the only such folder inside it.
async function dropIn(folder: string): Promise<string> {
  if (await holdsAuthorities(folder)) return folder;
  const inside: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const candidate = path.join(folder, entry.name);
    if (entry.isDirectory() && (await holdsAuthorities(candidate))) inside.push(candidate);
  }
  const [only] = inside;
  if (only !== undefined && inside.length === 1) return only;
  if (inside.length > 1)
    throw new NotADrop(
      `${folder} holds ${inside.length} drops; import them one by one: ${inside.join(', ')}`,
      `it holds ${inside.length} drops; send them one by one`,
    );
  return folder;
}

async function holdsAuthorities(folder: string): Promise<boolean> {
  return (await readdir(folder)).some((name) => AUTHORITY_FOLDERS.has(name));
}
