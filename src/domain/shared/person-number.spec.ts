import fc from 'fast-check';
import { findPersonNumbers, maskPersonNumbers } from './person-number.js';

const found = (text: string): string[] =>
  findPersonNumbers(text).map(({ index, length }) => text.slice(index, index + length));

// All numbers are invented. 29 February tells the centuries apart: 1900 had none, 2000 had one.
describe(findPersonNumbers.name, () => {
  it.each([
    ['010190-1234', ['010190-1234']],
    ['0101901234', ['0101901234']],
    ['Beboer 310180 4321 faldt', ['310180 4321']],
    ['(311299\u20131234).', ['311299\u20131234']],
    ['cpr010190 - 1234', ['010190 - 1234']],
    ['fra 010190-1234 til 020290-4321', ['010190-1234', '020290-4321']],
    ['sag 2024-010190-1234', ['010190-1234']],
  ])('finds what is hidden in "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['320190-1234', 'a day that no month has'],
    ['011390-1234', 'a thirteenth month'],
    ['000190-1234', 'day 0'],
    ['310490-1234', '31 April'],
    ['290200-1234', '29 February 1900'],
    ['290201-4234', '29 February 2001'],
    ['9010190-1234', 'seven digits before the dash'],
    ['010190-12345', 'five digits after it'],
    ['10101901234', 'eleven digits'],
    ['311000016009', 'a SOR code'],
    ['010190--1234', 'two dashes'],
    ['010190\n1234', 'two lines'],
    ['01.01.1990, kl. 1234', 'a day and a time'],
    ['Ring til 12345678 eller 87654321', 'telephone numbers'],
  ])('leaves "%s" alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['290200-4234', '2000, by a seventh digit of 4'],
    ['290200-5234', '2000, by a seventh digit of 5'],
    ['290296-1234', '1996'],
    ['290280-8234', '1880'],
    ['290236-9234', '2036, by a seventh digit of 9'],
    ['290240-9234', '1940, by a seventh digit of 9'],
  ])('takes "%s" for 29 February %s', (text) => {
    expect(found(text)).toEqual([text]);
  });

  it('takes about 12 % of the P-numbers for person numbers, which is why those columns are exempt', () => {
    let alike = 0;
    for (let head = 1000; head < 2000; head += 1) alike += found(`${head}000000`).length;

    expect(alike / 1000).toBeCloseTo(0.12, 2);
  });

  const day = fc.date({ min: new Date('1937-01-01'), max: new Date('1999-12-31'), noInvalidDate: true });
  const number = fc
    .tuple(day, fc.constantFrom('', '-', ' ', '\u2013', ' - '), fc.integer({ min: 0, max: 3999 }))
    .map(([date, between, serial]) => {
      const [year = '', month = '', dayOfMonth = ''] = date.toISOString().slice(0, 10).split('-');
      return `${dayOfMonth}${month}${year.slice(2)}${between}${String(serial).padStart(4, '0')}`;
    });
  const digitless = fc.string().map((text) => text.replace(/\d/g, 'x'));

  it('finds every person number of the twentieth century, whatever stands around it', () => {
    fc.assert(
      fc.property(digitless, number, digitless, (before, inside, after) => {
        const text = `${before}:${inside}:${after}`;

        expect(findPersonNumbers(text)).toEqual([{ index: before.length + 1, length: inside.length }]);
      }),
    );
  });

  it('finds nothing in a text with fewer than ten digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let digits = 0;

        expect(found(text.replace(/\d/g, (digit) => ((digits += 1) < 10 ? digit : 'x')))).toEqual([]);
      }),
    );
  });

  it('reports hits that follow each other, never overlap and never touch a further digit', () => {
    const numeric = fc.string({ unit: fc.constantFrom(...'0123456789- ;'), maxLength: 60 });
    fc.assert(
      fc.property(numeric, (text) => {
        let end = 0;
        for (const hit of findPersonNumbers(text)) {
          expect(hit.index).toBeGreaterThanOrEqual(end);
          end = hit.index + hit.length;
          expect(text.slice(hit.index, end).replace(/\D/g, '')).toHaveLength(10);
          expect(`${text[hit.index - 1] ?? ''}${text[end] ?? ''}`).not.toMatch(/\d/);
        }
      }),
    );
  });
});

describe(maskPersonNumbers.name, () => {
  it('puts the mask where each number stood and keeps the rest', () => {
    expect(maskPersonNumbers('A 010190-1234, B 0202904321.', '[skjult]')).toBe('A [skjult], B [skjult].');
  });

  it('leaves nothing to be found, and a text without hits as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789- a'), maxLength: 80 }), (text) => {
        const masked = maskPersonNumbers(text, '[skjult]');

        expect(findPersonNumbers(masked)).toEqual([]);
        expect(masked === text).toBe(findPersonNumbers(text).length === 0);
      }),
    );
  });
});
