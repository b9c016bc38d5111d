import type { EntityManager } from 'typeorm';
import { COMPARISON_RULES, type MatchingMemory } from '../../domain/facility/match/matching-memory.js';
import type { SourceKey } from '../../domain/shared/authority.js';
import type { RememberedMatching } from '../facilities.repository.js';

const LARGEST_PIECE = 16 * 1024 * 1024;

interface Header {
  readonly rules: number;
  readonly startedAt: string;
  readonly localities: number;
  readonly magnitude: number;
}

type Column = Int32Array | Float64Array | Uint8Array;

/** Replaces the memory of the matching before. */
export async function storeMemory(
  manager: EntityManager,
  { memory, localities }: RememberedMatching,
  startedAt: string,
): Promise<void> {
  const { magnitude, keys, forms, keyHashes, divided, pairs, told } = memory;
  const header: Header = { rules: COMPARISON_RULES, startedAt, localities, magnitude };
  await manager.query('delete from matching_memory');
  const columns = { ...pairs, forms, keyHashes, divided: Float64Array.from(divided), told };
  for (const [name, column] of Object.entries(columns) as [string, Column][])
    await storePieces(manager, name, Buffer.from(column.buffer, column.byteOffset, column.byteLength));
  await storePieces(manager, 'keys', Buffer.from(keys.join('\n')));
  await storePieces(manager, 'header', Buffer.from(JSON.stringify(header)));
}

async function storePieces(manager: EntityManager, name: string, content: Buffer): Promise<void> {
  for (let from = 0, piece = 0; piece === 0 || from < content.length; from += LARGEST_PIECE, piece += 1)
    await manager.query('insert into matching_memory (name, piece, content) values ($1, $2, $3)', [
      name,
      piece,
      content.subarray(from, from + LARGEST_PIECE),
    ]);
}

/** Undefined where nothing is stored, other rules compared then, or another matching came after. */
export async function recallMemory(manager: EntityManager): Promise<RememberedMatching | undefined> {
  const load = async (name: string): Promise<Buffer> => {
    const pieces = await manager.query<{ content: Buffer }[]>(
      'select content from matching_memory where name = $1 order by piece',
      [name],
    );
    return Buffer.concat(pieces.map(({ content }) => content));
  };
  const text = (await load('header')).toString();
  if (text === '') return undefined;
  const { rules, startedAt, localities, magnitude } = JSON.parse(text) as Header;
  const [latest] = await manager.query<{ is_it: boolean }[]>(
    'select max(started_at) = $1 as is_it from matching_runs',
    [startedAt],
  );
  if (rules !== COMPARISON_RULES || latest?.is_it !== true) return undefined;
  const column = async <Kind extends Column>(
    name: string,
    kind: { new (buffer: ArrayBuffer): Kind },
  ): Promise<Kind> => new kind(Uint8Array.from(await load(name)).buffer);
  const keys = (await load('keys')).toString();
  const memory: MatchingMemory = {
    magnitude,
    keys: keys === '' ? [] : (keys.split('\n') as SourceKey[]),
    forms: await column('forms', Float64Array),
    keyHashes: await column('keyHashes', Int32Array),
    divided: new Set(await column('divided', Float64Array)),
    pairs: {
      left: await column('left', Int32Array),
      right: await column('right', Int32Array),
      kind: await column('kind', Uint8Array),
      location: await column('location', Uint8Array),
      name: await column('name', Uint8Array),
      operator: await column('operator', Uint8Array),
      pNumber: await column('pNumber', Uint8Array),
    },
    told: await column('told', Int32Array),
  };
  return { memory, localities };
}
