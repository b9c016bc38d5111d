import { gzipSync } from 'node:zlib';
import type { Draws } from '../draws.js';
import { HOSTILE_TEXTS } from '../hostile-values.js';

type Mutation = (bytes: Buffer, draws: Draws) => Buffer;

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Ways in which files arrive broken, by name. Texts are read and written as latin1, so that no byte is lost. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'cut off': (bytes, draws) => bytes.subarray(0, draws.below(bytes.length)),
  'flipped bytes': (bytes, draws) => {
    const flipped = Buffer.from(bytes);
    for (let times = 1 + draws.below(20); times > 0; times -= 1) {
      flipped[draws.below(flipped.length)]! ^= 1 << draws.below(8);
    }
    return flipped;
  },
  'in UTF-16': (bytes) => Buffer.from(`\ufeff${bytes.toString('latin1')}`, 'utf16le'),
  'encoded twice': (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  'with byte order marks': (bytes, draws) =>
    Buffer.concat([BYTE_ORDER_MARK, bytes, draws.chance(0.5) ? BYTE_ORDER_MARK : Buffer.alloc(0)]),
  'without a column': (bytes, draws) => eachRow(bytes, withoutCell(draws.below(12))),
  'without the name of a column': (bytes, draws) => header(bytes, withoutCell(draws.below(12))),
  'with a column twice': (bytes, draws) => eachRow(bytes, doubledCell(draws.below(12))),
  'with a renamed column': (bytes, draws) =>
    header(bytes, (cells) => cells.toSpliced(draws.below(12), 1, 'x')),
  'with turned columns': (bytes) => eachRow(bytes, (cells) => cells.toReversed()),
  'without header': (bytes) => text(lines(bytes).slice(1)),
  'nothing but the header': (bytes) => text(lines(bytes).slice(0, 1)),
  'with commas': (bytes) => replaced(bytes, /;/g, ','),
  'with a huge line': (bytes, draws) => inserted(bytes, draws, 'x'.repeat(1_050_000)),
  'with a long cell': (bytes, draws) => oneCell(bytes, draws, 'x'.repeat(20_000)),
  'with NULs': (bytes, draws) => sprinkled(bytes, draws, '\0'),
  'with quotation marks': (bytes, draws) => sprinkled(bytes, draws, '"'),
  'with backslashes': (bytes, draws) => sprinkled(bytes, draws, '\\'),
  'with line breaks': (bytes, draws) => sprinkled(bytes, draws, draws.pick(['\n', '\r', '\r\n', '\u0085'])),
  'with other line ends': (bytes, draws) =>
    replaced(bytes, /\r?\n/g, draws.pick(['\r', '\n\r', '\n\n', '\0'])),
  'with deep JSON': (bytes, draws) => inserted(bytes, draws, `${'['.repeat(5000)}${']'.repeat(5000)}`),
  'with deep objects': (bytes, draws) => oneCell(bytes, draws, `${'{"a":'.repeat(800)}1${'}'.repeat(800)}`),
  'with odd names': (bytes, draws) =>
    replaced(bytes, /"[a-z_]+":/, draws.pick(['"__proto__":', '"constructor":', '"\\u0000":', '"":'])),
  'with half characters': (bytes, draws) =>
    sprinkled(bytes, draws, draws.pick(['\\ud800', '\\u0000', '\\udc00x'])),
  'with hostile cells': (bytes, draws) => {
    let mutated = bytes;
    for (let times = 1 + draws.below(8); times > 0; times -= 1) {
      mutated = oneCell(mutated, draws, Buffer.from(draws.pick(HOSTILE_TEXTS)).toString('latin1'));
    }
    return mutated;
  },
  'with impossible numbers': (bytes, draws) =>
    someMatches(bytes, draws, /\d+/g, ['9'.repeat(40), '-1', '1e308', '0', '1,5', '2147483648', 'NaN', '٣']),
  'with impossible days': (bytes, draws) =>
    someMatches(bytes, draws, /\d{4}-\d\d-\d\d|\d\d[-.]\d\d[-.]\d{4}/g, [
      '0000-00-00',
      '9999-12-31',
      '31-02-2026',
      '2026-13-01',
      '99999-01-01',
      '0001-01-01',
    ]),
  'with rows twice': (bytes, draws) =>
    text(lines(bytes).flatMap((line) => (draws.chance(0.3) ? [line, line] : [line]))),
  'with rows that contradict': (bytes, draws) =>
    text(lines(bytes).flatMap((line) => (draws.chance(0.3) ? [line, line.replace(/[a-z]/, 'q')] : [line]))),
  'with turned rows': (bytes) => text(lines(bytes).toReversed()),
  'with lost rows': (bytes, draws) =>
    text(lines(bytes).filter((_, index) => index === 0 || draws.chance(0.5))),
  empty: () => Buffer.alloc(0),
  'blank lines': (_bytes, draws) => Buffer.from('\n \r\n\t\n'.repeat(1 + draws.below(50))),
  'a packed file': (bytes) => gzipSync(bytes),
  'random bytes': (_bytes, draws) =>
    Buffer.from(Array.from({ length: draws.below(3000) }, () => draws.below(256))),
  'a web page': () => Buffer.from('<!DOCTYPE html><html><body>503 Service Unavailable</body></html>'),
};

function lines(bytes: Buffer): string[] {
  return bytes.toString('latin1').split('\n');
}

function text(all: readonly string[]): Buffer {
  return Buffer.from(all.join('\n'), 'latin1');
}

function replaced(bytes: Buffer, pattern: RegExp, by: string): Buffer {
  return Buffer.from(
    bytes.toString('latin1').replace(pattern, () => by),
    'latin1',
  );
}

function eachRow(bytes: Buffer, change: (cells: string[]) => string[]): Buffer {
  return text(lines(bytes).map((line) => change(line.split(';')).join(';')));
}

function header(bytes: Buffer, change: (cells: string[]) => string[]): Buffer {
  const [first = '', ...rest] = lines(bytes);
  return text([change(first.split(';')).join(';'), ...rest]);
}

function withoutCell(index: number): (cells: string[]) => string[] {
  return (cells) => cells.toSpliced(index % cells.length, 1);
}

function doubledCell(index: number): (cells: string[]) => string[] {
  return (cells) => cells.toSpliced(index % cells.length, 0, cells[index % cells.length]!);
}

function oneCell(bytes: Buffer, draws: Draws, value: string): Buffer {
  const all = lines(bytes);
  const row = draws.below(all.length);
  const cells = all[row]!.split(/(?<=[;,:])/);
  return text(all.toSpliced(row, 1, cells.toSpliced(draws.below(cells.length), 1, value).join('')));
}

function inserted(bytes: Buffer, draws: Draws, line: string): Buffer {
  const all = lines(bytes);
  return text(all.toSpliced(draws.below(all.length + 1), 0, line));
}

function sprinkled(bytes: Buffer, draws: Draws, piece: string): Buffer {
  let mutated = bytes.toString('latin1');
  for (let times = 1 + draws.below(10); times > 0; times -= 1) {
    const place = draws.below(mutated.length);
    mutated = mutated.slice(0, place) + piece + mutated.slice(place);
  }
  return Buffer.from(mutated, 'latin1');
}

function someMatches(bytes: Buffer, draws: Draws, pattern: RegExp, by: readonly string[]): Buffer {
  const mutated = bytes
    .toString('latin1')
    .replace(pattern, (match) =>
      draws.chance(0.1) ? Buffer.from(draws.pick(by)).toString('latin1') : match,
    );
  return Buffer.from(mutated, 'latin1');
}
