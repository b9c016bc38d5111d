import { day } from '../../domain/shared/day.js';
import { checkedOptions } from '../demo-options.js';
import { DemoWorld } from '../demo-world.js';
import { DropLines } from './drop-lines.js';
import { MalformedRows } from './malformed-rows.js';

const GOOD_ROWS = 30_000;
const row = (index: number): string =>
  `ST${index};T1;11;05-06-2024;anmeldt;driftsorienteret;2023;Økonomi;4,0;ingen;;ST-001`;

function mixed(noise: number): { rows: string[]; kinds: string[] } {
  const from = day('2022-01-01');
  const options = checkedOptions({ places: 1, seed: 1, noise, from, deliveredOn: day('2024-01-01') });
  const malformed = new MalformedRows(new DemoWorld(options));
  const lines = new DropLines();
  for (let index = 0; index < GOOD_ROWS; index += 1) lines.add('tilsyn', row(index));
  malformed.mixInto(lines);
  malformed.flushInto(lines);
  return { rows: lines.of('tilsyn'), kinds: lines.of('badRows') };
}

describe(MalformedRows.name, () => {
  it('keeps every good row, in order', () => {
    const good = new Set(Array.from({ length: GOOD_ROWS }, (_, index) => row(index)));
    const kept = [...new Set(mixed(1).rows.filter((one) => good.has(one)))];

    expect(kept).toEqual([...good]);
  });

  it('adds about one in a hundred, all of them noted, of every kind that a table can have', () => {
    const { rows, kinds } = mixed(1);
    const added = rows.length - GOOD_ROWS;

    expect(added).toBe(kinds.length);
    expect(added / GOOD_ROWS).toBeCloseTo(0.01, 2);
    expect(new Set(kinds)).toEqual(
      new Set(['id', 'short', 'date', 'dup'].map((kind) => `socialtilsynet/tilsyn.csv,${kind}`)),
    );
  });

  it('breaks what it says it breaks', () => {
    const { rows, kinds } = mixed(1);
    const count = (kind: string): number => kinds.filter((one) => one.endsWith(`,${kind}`)).length;
    const fields = rows.map((one) => one.split(';'));

    expect(fields.filter((one) => one.length === 4)).toHaveLength(count('short'));
    expect(fields.filter((one) => one[1] === '')).toHaveLength(count('id'));
    expect(fields.filter((one) => one[3] !== '05-06-2024')).toHaveLength(count('date'));
    expect(rows.length - new Set(rows).size - repeatsOfBroken(rows)).toBe(count('dup'));
  });

  it('adds nothing without noise', () => {
    expect(mixed(0)).toEqual({
      rows: Array.from({ length: GOOD_ROWS }, (_, index) => row(index)),
      kinds: [],
    });
  });
});

/** Broken copies that happen to be alike. */
function repeatsOfBroken(rows: readonly string[]): number {
  const good = new Set(Array.from({ length: GOOD_ROWS }, (_, index) => row(index)));
  const broken = rows.filter((one) => !good.has(one));
  return broken.length - new Set(broken).size;
}
