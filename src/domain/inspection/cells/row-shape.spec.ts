import { readHeader } from './header.js';
import { findDamage } from './row-shape.js';

const HEADER = readHeader('a.csv', ['id', 'navn', 'by'], ['id']);
const damageOf = (line: string, isCut = false): ReturnType<typeof findDamage> =>
  findDamage(line, { values: line.split(';'), isCut }, HEADER, 1);

describe(findDamage.name, () => {
  it('finds none in a row as wide as the header', () => {
    expect(damageOf('7;Elverhøj;Vejle')).toBeUndefined();
    expect(damageOf(';;')).toBeUndefined();
  });

  it('does not trust the last value of a short row, which may be cut', () => {
    expect(damageOf('7;Elver')).toEqual({
      fault: {
        reason: 'SHORT_ROW',
        mend: 'The row has 2 values where the header names 3 columns. Deliver the whole row again.',
      },
      trusted: ['7'],
    });
  });

  it('trusts only the leading values of a long row, which is shifted from an unknown place on', () => {
    expect(damageOf('7;Elverhøj; afd. B;Vejle')).toMatchObject({
      fault: { reason: 'LONG_ROW' },
      trusted: ['7'],
    });
  });

  it('calls a row with an open quotation mark short, whatever its width', () => {
    expect(damageOf('7;Elverhøj;Vej', true)).toMatchObject({
      fault: { reason: 'SHORT_ROW', mend: expect.stringContaining('quotation mark') as unknown },
      trusted: ['7', 'Elverhøj'],
    });
  });

  it('names the column of a character that could not be decoded', () => {
    expect(damageOf('7;Elverh\uFFFDj;Vejle')).toMatchObject({
      fault: { reason: 'BAD_ENCODING', field: 'navn', value: 'Elverh\uFFFDj' },
      trusted: ['7', 'Elverh\uFFFDj', 'Vejle'],
    });
  });
});
