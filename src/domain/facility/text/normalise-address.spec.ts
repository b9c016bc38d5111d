import { addressOf } from '../source-record.factory.js';
import { normaliseAddress } from './normalise-address.js';

describe(normaliseAddress.name, () => {
  it.each([
    ['Skovvej 12A', 'skovvej', '12', 'a', ''],
    ['Skovvej 12 A', 'skovvej', '12', 'a', ''],
    ['SKOVVEJ 012a', 'skovvej', '12', 'a', ''],
    ['Skovvej 12, st.', 'skovvej', '12', '', 'st'],
    ['Skovvej 12 A, 1. sal tv.', 'skovvej', '12', 'a', '1 sal tv'],
    ['Skovvej 12 st. th', 'skovvej', '12', '', 'st th'],
    ['Skovvej 12-14', 'skovvej', '12', '', ''],
    ['Gl. Landevej 7', 'gammellandevej', '7', '', ''],
    ['Gammel Landevej 7', 'gammellandevej', '7', '', ''],
    ['Gamle Landevej 7', 'gammellandevej', '7', '', ''],
    ['Sdr. Ringvej 189', 'soendreringvej', '189', '', ''],
    ['Søndre Ringvej 189', 'soendreringvej', '189', '', ''],
    ['Åboulevarden 26', 'aaboulevarden', '26', '', ''],
    ['Aaboulevarden 26', 'aaboulevarden', '26', '', ''],
    ['Parkallé 185', 'parkalle', '185', '', ''],
    ['10. Februar Vej 3', '10februarvej', '3', '', ''],
    ['Bygaden', 'bygaden', '', '', ''],
  ])('reads %s', (street, name, number, letter, floor) => {
    expect(normaliseAddress(addressOf(`${street}, 8000`))).toMatchObject({
      street: name,
      number,
      letter,
      floor,
      postalCode: '8000',
    });
  });

  it('has one sign for each Danish letter, however it is written', () => {
    const spelling = (street: string): string | undefined =>
      normaliseAddress(addressOf(street))?.streetSpelling;

    expect(spelling('Præstegårdsvej 1')).toBe('prastegardsvej');
    expect(spelling('Praestegaardsvej 1')).toBe('prastegardsvej');
  });

  it('says null where no street is given', () => {
    expect(normaliseAddress(null)).toBeNull();
    expect(normaliseAddress(addressOf(' , '))).toBeNull();
  });

  it('takes no postal code but four digits', () => {
    expect(normaliseAddress({ street: 'Skovvej 1', postalCode: '800', town: null })?.postalCode).toBeNull();
  });
});
