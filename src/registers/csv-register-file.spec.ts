import { requiredText } from '../domain/inspection/cells/text-cells.js';
import { UnreadableFile } from '../domain/inspection/register-file.js';
import { csvRegisterFile } from './csv-register-file.js';

const FILE = csvRegisterFile({
  source: 'PLANNING',
  path: 'planning/example.csv',
  encoding: 'utf-8',
  secrecy: 'SHARED',
  columns: ['nr', 'del', 'art'],
  identifierColumns: ['nr'],
  keyColumns: ['nr', 'del'],
  readFacts: (cells) => ({
    leave: {
      inspectorCode: requiredText(cells, 'art'),
      from: '' as never,
      to: '' as never,
      kindSourceTerm: '',
    },
  }),
});

describe(csvRegisterFile.name, () => {
  it('joins the key columns to the key', () => {
    expect(FILE.open('nr;del;art').readLine('7;B;ferie')).toMatchObject({ kind: 'row', key: '7/B' });
  });

  it('follows the order of the header and passes over columns that it does not know', () => {
    const reader = FILE.open('art;ekstra;del;nr');

    expect(reader.readLine('ferie;;B;7')).toMatchObject({
      key: '7/B',
      facts: { leave: { inspectorCode: 'ferie' } },
    });
  });

  it('reads a header in quotation marks', () => {
    expect(FILE.open('"nr";"del";"art"').readLine('7;B;ferie')).toMatchObject({ key: '7/B' });
  });

  it('cannot read an empty file or one without its columns', () => {
    expect(() => FILE.open(undefined)).toThrow(
      new UnreadableFile('planning/example.csv is empty. Deliver it with its header line.'),
    );
    expect(() => FILE.open('nr,del,art')).toThrow(
      'planning/example.csv lacks the columns "nr", "del", "art".',
    );
  });

  it('gives the key of a damaged row where it still stands there whole', () => {
    const reader = FILE.open('nr;del;art');

    expect(reader.readLine('7;B')).toMatchObject({
      kind: 'fault',
      fault: { reason: 'SHORT_ROW' },
      key: undefined,
    });
    expect(reader.readLine('7;B;fe;rie')).toMatchObject({ fault: { reason: 'LONG_ROW' }, key: '7/B' });
    expect(reader.readLine('7;B;"fe')).toMatchObject({ fault: { reason: 'SHORT_ROW' }, key: '7/B' });
    expect(reader.readLine('7;B;f\uFFFDrie')).toMatchObject({
      fault: { reason: 'BAD_ENCODING', field: 'art', value: 'f\uFFFDrie' },
      key: '7/B',
    });
    expect(reader.readLine('7;\uFFFD;ferie')).toMatchObject({
      fault: { reason: 'BAD_ENCODING' },
      key: undefined,
    });
  });

  it('forgets nothing and remembers nothing: one bad line leaves the next untouched', () => {
    const reader = FILE.open('nr;del;art');
    const good = reader.readLine('7;B;ferie');

    expect(reader.readLine('7')).toMatchObject({ kind: 'fault' });
    expect(reader.readLine('7;B;ferie')).toEqual(good);
  });
});
