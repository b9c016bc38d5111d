import { addressOf } from '../source-record.factory.js';
import { normaliseAddress } from '../text/normalise-address.js';
import { compareAddresses } from './compare-address.js';

const compare = (left: string, right: string): string =>
  compareAddresses(normaliseAddress(addressOf(left)), normaliseAddress(addressOf(right)));

describe(compareAddresses.name, () => {
  it.each([
    ['Skovvej 12 A, 8000', 'Skovvej 12A, st., 8000', 'SAME'],
    ['Gl. Landevej 7, 8000', 'Gammel Landevej 7, 8000', 'SAME'],
    ['Søndergade 7, 8000', 'Soendergade 7, 8000', 'SAME'],
    ['Søndergade 7, 8000', 'Søndregade 7, 8000', 'NEAR'],
    ['Søndergade 7, 8000', 'Sndergade 7, 8000', 'NEAR'],
    ['Strandvej 7, 8000', 'Strandvejen 7, 8000', 'NEAR'],
    ['Strandvej 7, 8000', 'Srandvejen 7, 8000', 'LIKELY'],
    ['Vestergade 7, 8000', 'Østergade 7, 8000', 'LIKELY'],
    ['Skovvej 12, 8000', 'Skovvej 12A, 8000', 'SAME_NUMBER'],
    ['Skovvej 12A, 8000', 'Skovvej 12B, 8000', 'DIFFERENT'],
    ['Skovvej 12, 8000', 'Skovvej 12', 'SAME_STREET'],
    ['Skovvej 12, 8000', 'Engparken 12', 'DIFFERENT'],
    ['Skovvej 12, 8000', 'Engparken 12, 8000', 'SAME_HOUSE'],
    ['Skovvej 12, 8000', 'Skovvej 12, 9000', 'DIFFERENT'],
    ['Skovvej 12, 8000', 'Skovvej 13, 8000', 'DIFFERENT'],
    ['Skovvej, 8000', 'Skovvej, 8000', 'UNKNOWN'],
    ['Å 7, 8000', 'Ø 7, 8000', 'SAME_HOUSE'],
  ])('finds %s and %s %s', (left, right, level) => {
    expect(compare(left, right)).toBe(level);
    expect(compare(right, left)).toBe(level);
  });

  it('tells one missing address from two', () => {
    expect(compareAddresses(normaliseAddress(addressOf('Skovvej 12, 8000')), null)).toBe('UNKNOWN');
    expect(compareAddresses(null, null)).toBe('NEITHER');
  });
});
