import { Draws } from '../draws.js';
import { AddressBook } from './address-book.js';
import { MUNICIPALITIES } from './municipalities.js';

const [town, otherTown] = MUNICIPALITIES[0]?.towns ?? [];

describe(AddressBook.name, () => {
  it('never hands out an address twice in a postal code, not even after every house number has been used', () => {
    const book = new AddressBook();
    const draws = Draws.for(1, 'addresses');
    const addresses = Array.from({ length: 25_000 }, () => {
      const { street, houseNumber, letter } = book.newAddress(town!, draws);
      return `${street} ${houseNumber}${letter}`;
    });

    expect(new Set(addresses).size).toBe(25_000);
  });

  it('gives no house two letters in the first round, so that 12 and 12A are never neighbours', () => {
    const book = new AddressBook();
    const draws = Draws.for(1, 'addresses');
    const houses = Array.from({ length: 5_000 }, () => {
      const { street, houseNumber } = book.newAddress(town!, draws);
      return `${street} ${houseNumber}`;
    });

    expect(new Set(houses).size).toBe(5_000);
  });

  it('starts elsewhere in another postal code', () => {
    const book = new AddressBook();
    const draws = Draws.for(1, 'addresses');

    expect(book.newAddress(town!, draws)).not.toEqual(book.newAddress(otherTown!, draws));
  });
});
