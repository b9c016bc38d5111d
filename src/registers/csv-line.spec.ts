import fc from 'fast-check';
import { splitCsvLine } from './csv-line.js';

describe(splitCsvLine.name, () => {
  it.each([
    ['a;b;;c', ['a', 'b', '', 'c']],
    ['', ['']],
    [';', ['', '']],
    ['"a;b";c', ['a;b', 'c']],
    ['"Huset ""Elverhøj""";c', ['Huset "Elverhøj"', 'c']],
    ['Huset "Elverhøj";c', ['Huset "Elverhøj"', 'c']],
    ['"";""', ['', '']],
  ])('splits %s', (line, values) => {
    expect(splitCsvLine(line)).toEqual({ values, isCut: false });
  });

  it('gives what it has of a line whose quotation mark stays open, and says so', () => {
    expect(splitCsvLine('7;"Elverhøj; afd')).toEqual({ values: ['7', 'Elverhøj; afd'], isCut: true });
  });

  it('gives back any values that were quoted, whatever they hold', () => {
    const value = fc.string({ unit: fc.constantFrom('a', 'ø', ';', '"', ' ', '=', '/') });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const line = values.map((text) => `"${text.replaceAll('"', '""')}"`).join(';');
        expect(splitCsvLine(line)).toEqual({ values, isCut: false });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(';', '"', '\n', 'a') }),
        (a, b) => {
          expect(splitCsvLine(a + b).values.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
