import {
  optionalCvrNumber,
  optionalMunicipalityCode,
  optionalPNumber,
  optionalPostalCode,
  optionalSorCode,
  sorCodeKey,
} from './identifier-cells.js';
import type { RowCells } from './row-cells.js';

const cell = (text: string): RowCells<'id'> => ({ text: () => text });
const fault = (expected: object): Error =>
  expect.objectContaining({ fault: expect.objectContaining(expected) as unknown }) as Error;

describe('optional identifiers', () => {
  it.each([
    ['CVR number', optionalCvrNumber, '24256790', '24256791'],
    ['P-number', optionalPNumber, '1003388394', '100338839'],
    ['SOR code', optionalSorCode, '953741000016009', '953741000016008'],
    ['postal code', optionalPostalCode, '0800', '800'],
    ['municipality code', optionalMunicipalityCode, '0101', '101'],
  ] as const)(
    'keeps a valid %s as text, and quarantines a wrong one instead of using or dropping it',
    (_name, read, valid, wrong) => {
      expect(read(cell(valid), 'id')).toBe(valid);
      expect(read(cell(''), 'id')).toBeNull();
      expect(() => read(cell(wrong), 'id')).toThrow(
        fault({ reason: 'BAD_IDENTIFIER', field: 'id', value: wrong }),
      );
    },
  );

  it('says what a right one looks like', () => {
    expect(() => optionalPNumber(cell('12'), 'id')).toThrow(
      'Correct "id": a P-number has 10 digits; leave it empty if it is not known.',
    );
  });
});

describe(sorCodeKey.name, () => {
  it('must be there and pass its check digit', () => {
    expect(sorCodeKey(cell('311000016009'), 'id')).toBe('311000016009');
    expect(() => sorCodeKey(cell(''), 'id')).toThrow(fault({ reason: 'MISSING_KEY' }));
    expect(() => sorCodeKey(cell('311000016008'), 'id')).toThrow(fault({ reason: 'BAD_IDENTIFIER' }));
  });
});
