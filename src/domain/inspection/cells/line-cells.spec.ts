import { readHeader } from './header.js';
import { LineCells } from './line-cells.js';

const HEADER = readHeader('a.csv', ['id', 'navn'], ['id', 'navn']);

describe(LineCells.name, () => {
  it('gives the trimmed cell of a column', () => {
    expect(new LineCells(HEADER, ['7', ' Elverhøj\u00a0']).text('navn')).toBe('Elverhøj');
  });

  it('throws a fault for a value that is not there', () => {
    expect(() => new LineCells(HEADER, ['7']).text('navn')).toThrow('The row has 1 values');
  });
});
