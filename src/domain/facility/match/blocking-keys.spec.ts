import { afdeling, location, productionUnit } from '../source-record.factory.js';
import type { SourceRecord } from '../source-record.js';
import { blockingKeys } from './blocking-keys.js';
import { prepareRecords } from './prepare-records.js';

const keysOf = (...records: SourceRecord[]): string[][] =>
  prepareRecords(records, []).map((record) => blockingKeys(record));
const shared = (left: SourceRecord, right: SourceRecord): string[] => {
  const [a = [], b = []] = keysOf(left, right);
  return a.filter((each) => b.includes(each));
};

describe(blockingKeys.name, () => {
  it('names every way in which a record is looked up', () => {
    const record = afdeling('T1/1', {
      name: 'Bostedet Skovbrynet',
      address: 'Skovvej 12A, 8000',
      municipalityCode: '0751',
      pNumber: '1004128795',
      cvrNumber: '13748136',
    });

    expect(keysOf(record)).toEqual([
      [
        'p:1004128795',
        'h:0751/skovvej/12',
        'a:8000/12a',
        'n:0751/skovbrynet',
        ...['b:0751/skov', 'e:0751/ynet', 'b:8000/skov', 'e:8000/ynet'],
        ...['c:0751/13748136', 'c:8000/13748136'],
      ],
    ]);
  });

  it('finds a mistyped street by house number and postal code', () => {
    const left = afdeling('T1/1', { name: 'Orion', address: 'Søndergade 7, 8000' });
    const right = productionUnit('A1', { name: 'Fonden Havblik', address: 'Sndergade 7, 8000' });

    expect(shared(left, right)).toEqual(['a:8000/7']);
  });

  it('finds a mistyped name of another operator by the beginning or the end of a word', () => {
    const left = afdeling('T1/1', { name: 'Skovbrynet', address: 'Skovvej 7, 8000' });
    const right = location('S1', { name: 'Boformen Skobvrynet', address: 'Torvet 1, 8000' });

    expect(shared(left, right)).toEqual(['e:8000/ynet']);
  });

  it('finds a name that hundreds have, in its municipality alone', () => {
    const left = afdeling('T1/1', { name: 'Ly', address: 'Skovvej 7, 8000', municipalityCode: '0751' });
    const right = location('S1', {
      name: 'Bostedet Ly',
      address: 'Torvet 1, 8200',
      municipalityCode: '0751',
    });
    expect(shared(left, right)).toEqual(['n:0751/ly']);
  });

  it('finds a place under whatever name by operator and postal code', () => {
    const left = afdeling('T1/1', { name: 'Skovbrynet', address: 'Skovvej 7, 8000', cvrNumber: '13748136' });
    const right = location('S1', { name: 'Orion', address: 'Torvet 1, 8000', cvrNumber: '13748136' });

    expect(shared(left, right)).toEqual(['c:8000/13748136']);
  });

  it('does not look a municipality of 98 through for an operator', () => {
    const left = afdeling('T1/1', { name: 'Skovbrynet', municipalityCode: '0751', cvrNumber: '13748136' });
    const right = afdeling('T2/1', { name: 'Orion', municipalityCode: '0851', cvrNumber: '13748136' });

    expect(shared(left, right)).toEqual([]);
  });
});
