import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { ULYKKER_FILE } from './ulykker.register-file.js';

const VALID = {
  at_id: 'AT7',
  p_nummer: '1003388394',
  dato: '02-05-2024',
  ulykkestype: 'stik og skær',
  fravaersdage: '4',
};
const KEY = 'AT7/1003388394/02-05-2024/stik og skær/4';
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  ULYKKER_FILE.open(Object.keys(VALID).join(';')).readLine(Object.values({ ...VALID, ...changes }).join(';'));

describe('arbejdstilsynet/ulykker.csv', () => {
  it('reads an accident and names it by all its values, for it has no number', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: KEY,
      facts: {
        accident: {
          accidentKey: `arbejdstilsynet:${KEY}`,
          sourceKey: 'arbejdstilsynet:AT7',
          occurredOn: '2024-05-02',
          kindSourceTerm: 'stik og skær',
          absenceDays: 4,
        },
      },
    });
  });

  it('gives the same key whatever the order of the columns', () => {
    expect(
      ULYKKER_FILE.open('fravaersdage;dato;at_id;ulykkestype;p_nummer').readLine(
        '4;02-05-2024;AT7;stik og skær;1003388394',
      ),
    ).toMatchObject({ key: KEY });
  });

  it('keeps an accident whose P-number is missing or wrong, because the P-number is not used here', () => {
    expect(read({ p_nummer: '' })).toMatchObject({ kind: 'row', key: 'AT7//02-05-2024/stik og skær/4' });
    expect(read({ p_nummer: '12' })).toMatchObject({ kind: 'row' });
  });

  it.each([
    ['MISSING_KEY', { at_id: '' }, 'at_id'],
    ['MISSING_VALUE', { dato: '' }, 'dato'],
    ['MISSING_VALUE', { ulykkestype: '' }, 'ulykkestype'],
    ['BAD_DATE', { dato: '02-13-2024' }, 'dato'],
    ['BAD_NUMBER', { fravaersdage: '-4' }, 'fravaersdage'],
    ['BAD_IDENTIFIER', { at_id: 'A/7' }, 'at_id'],
    ['BAD_ENCODING', { ulykkestype: 'sk\uFFFDr' }, 'ulykkestype'],
  ])('sets a row aside for %s %j', (reason, changes, field) => {
    expect(read(changes)).toMatchObject({ kind: 'fault', fault: { reason, field } });
  });

  it('sets rows aside that are too short or too long', () => {
    expect(ULYKKER_FILE.open(Object.keys(VALID).join(';')).readLine('AT7;;02-05')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
    });
    expect(read({ fravaersdage: '4;' })).toMatchObject({ fault: { reason: 'LONG_ROW' } });
  });
});
