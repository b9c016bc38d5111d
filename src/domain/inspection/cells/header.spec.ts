import { UnreadableFile } from '../register-file.js';
import { readHeader } from './header.js';

describe(readHeader.name, () => {
  it('finds columns wherever they stand, whatever their capitals', () => {
    const header = readHeader('a.csv', ['Ekstra', ' NAVN ', 'id'], ['id', 'navn']);

    expect(header.width).toBe(3);
    expect(header.positionOf('navn')).toBe(1);
    expect(header.positionOf('id')).toBe(2);
    expect(header.nameAt(0)).toBe('ekstra');
  });

  it('names every missing column', () => {
    expect(() => readHeader('a.csv', ['navn'], ['id', 'navn', 'dato'])).toThrow(
      new UnreadableFile(
        'a.csv lacks the columns "id", "dato". Its first line must name every column, with ; between them.',
      ),
    );
  });

  it('refuses a needed column that stands there twice, for nobody knows which one counts', () => {
    expect(() => readHeader('a.csv', ['id', 'navn', 'id'], ['id', 'navn'])).toThrow(
      new UnreadableFile('a.csv names the columns "id" more than once. Keep one of each.'),
    );
    expect(() => readHeader('a.csv', ['id', 'x', 'x'], ['id'])).not.toThrow();
  });

  it('counts the first columns that belong to a set', () => {
    const header = readHeader('a.csv', ['id', 'del', 'navn', 'nr'], ['id']);

    expect(header.leadingRunOf(['del', 'id', 'nr'])).toBe(2);
    expect(header.leadingRunOf(['navn'])).toBe(0);
    expect(header.leadingRunOf(['id', 'del', 'navn', 'nr'])).toBe(4);
  });
});
