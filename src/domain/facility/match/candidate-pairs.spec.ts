import { afdeling, location, productionUnit } from '../source-record.factory.js';
import type { SourceRecord } from '../source-record.js';
import { candidatePairs } from './candidate-pairs.js';
import { prepareRecords } from './prepare-records.js';

const pairsOf = (records: readonly SourceRecord[], largestBlock?: number): string[] => {
  const prepared = prepareRecords(records, []);
  const { left, right } = candidatePairs(prepared, largestBlock);
  const keyOf = (index: number | undefined): string =>
    prepared[index ?? -1]?.sourceKey.replace(/^\w+:/, '') ?? '';
  return [...left].map((_, row) => `${keyOf(left[row])} ${keyOf(right[row])}`);
};
const P_1 = '1004128795';

describe(candidatePairs.name, () => {
  it('names each pair that shares a key once, in order', () => {
    const records = [
      afdeling('T1', { name: 'Orion', address: 'Skovvej 1, 8000', pNumber: P_1 }),
      location('S1', { name: 'Orion', address: 'Skovvej 1, 8000', pNumber: P_1 }),
      productionUnit('A1', { name: 'Havblik', address: 'Engvej 9, 9000', pNumber: P_1 }),
      productionUnit('A2', { name: 'Valmuen', address: 'Torvet 4, 6720' }),
    ];

    expect(pairsOf(records)).toEqual(['A1 T1', 'A1 S1', 'T1 S1']);
  });

  it('divides a block that is too large, and leaves out only what no finer key divides', () => {
    const house = (index: number, name: string): SourceRecord =>
      productionUnit(`A${index}`, { name, address: `Torvet 1, 8000` });
    const alike = Array.from({ length: 8 }, (_, index) => house(index, 'Orion'));
    const others = Array.from({ length: 8 }, (_, index) =>
      house(10 + index, ['Havblik', 'Valmuen', 'Solsikken', 'Skovbrynet'][index >> 1] ?? ''),
    );

    expect(pairsOf([...alike, ...others], 4)).toEqual(['A10 A11', 'A12 A13', 'A14 A15', 'A16 A17']);
    expect(candidatePairs(prepareRecords([...alike, ...others], []), 4).oversizedBlocks).toBe(3);
  });
});
