import fc from 'fast-check';
import { putCsvTogether, takeCsvApart } from './csv-editing.js';

const HEADER = 'id;navn;by';

describe(takeCsvApart.name, () => {
  it.each([
    ['1;Skovbrynet;Vejle', ['1', 'Skovbrynet', 'Vejle'], []],
    ['1;"Skovbrynet; hus 2";Vejle', ['1', 'Skovbrynet; hus 2', 'Vejle'], []],
    ['1;Skovbrynet', ['1', 'Skovbrynet', ''], []],
    ['1;Skovbrynet; hus 2;Vejle', ['1', 'Skovbrynet', ' hus 2'], ['Vejle']],
    ['', ['', '', ''], []],
  ])('names the values of %j', (line, values, surplus) => {
    expect(takeCsvApart(HEADER, line)).toEqual({
      cells: ['id', 'navn', 'by'].map((column, index) => ({ column, value: values[index] })),
      surplus,
    });
  });
});

describe(putCsvTogether.name, () => {
  it('gives a line that is read back as the same values, whatever they hold', () => {
    const value = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]+/g, ' '));
    fc.assert(
      fc.property(fc.tuple(value, value, value), (values) => {
        const cells = ['id', 'navn', 'by'].map((column, index) => ({ column, value: values[index]! }));

        expect(takeCsvApart(HEADER, putCsvTogether(HEADER, cells))).toEqual({ cells, surplus: [] });
      }),
    );
  });

  it('keeps a line break out of the line', () => {
    expect(putCsvTogether(HEADER, [{ column: 'navn', value: 'Skov\r\nbrynet' }])).toBe(';Skov brynet;');
  });
});
