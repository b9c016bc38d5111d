import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { SOR_FILE } from './sor.register-file.js';

const VALID = {
  sor_kode: '311000016009',
  navn: 'Elverhøj',
  cvr_nummer: '24256790',
  p_nummer: '1003388394',
  adresse: 'Skyttehusgade 4 B',
  postnr: '7100',
  kommunekode: '0630',
  enhedstype: 'bosted',
  fra: '03-02-2014',
  til: '31-12-2025',
};
const HEADER = Object.keys(VALID).join(';');
const wrap = (values: readonly string[]): string =>
  values.map((value) => (value === '' ? '' : `="${value}"`)).join(';');
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  SOR_FILE.open(HEADER).readLine(wrap(Object.values({ ...VALID, ...changes })));

describe('stps/sor.csv', () => {
  it('reads an organisation unit out of its wrapping', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: '311000016009',
      facts: {
        sorUnit: {
          sorCode: '311000016009',
          name: 'Elverhøj',
          cvrNumber: '24256790',
          pNumber: '1003388394',
          street: 'Skyttehusgade 4 B',
          postalCode: '7100',
          municipalityCode: '0630',
          unitType: 'bosted',
          validFrom: '2014-02-03',
          validTo: '2025-12-31',
        },
      },
    });
  });

  it('reads the same from a file without wrapping', () => {
    expect(SOR_FILE.open(HEADER).readLine(Object.values(VALID).join(';'))).toEqual(read());
  });

  it('reads empty cells as not said, and a semicolon inside the wrapping as part of the name', () => {
    expect(
      read({
        navn: 'Elverhøj; Syd',
        cvr_nummer: '',
        p_nummer: '',
        adresse: '',
        postnr: '',
        kommunekode: '',
        enhedstype: '',
        fra: '',
        til: '',
      }),
    ).toMatchObject({
      facts: {
        sorUnit: {
          name: 'Elverhøj; Syd',
          cvrNumber: null,
          pNumber: null,
          street: null,
          postalCode: null,
          municipalityCode: null,
          unitType: null,
          validFrom: null,
          validTo: null,
        },
      },
    });
  });

  it.each([
    ['MISSING_KEY', { sor_kode: '' }, 'sor_kode', undefined],
    ['BAD_IDENTIFIER', { sor_kode: '311000016008' }, 'sor_kode', '311000016008'],
    ['MISSING_VALUE', { navn: '' }, 'navn', '311000016009'],
    ['BAD_IDENTIFIER', { cvr_nummer: '2425679' }, 'cvr_nummer', '311000016009'],
    ['BAD_IDENTIFIER', { kommunekode: '1084' }, 'kommunekode', '311000016009'],
    ['BAD_DATE', { fra: '00-02-2014' }, 'fra', '311000016009'],
    ['BAD_DATE', { til: '02-02-2014' }, 'til', '311000016009'],
    ['BAD_ENCODING', { navn: 'Elverh\u0098j' }, 'navn', '311000016009'],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({ kind: 'fault', fault: { reason, field }, key });
  });

  it('keeps the key of rows that are cut inside a value, short or long', () => {
    const reader = SOR_FILE.open(HEADER);

    expect(reader.readLine('="311000016009";="Elver')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
      key: '311000016009',
    });
    expect(reader.readLine('="311000016009";="Elverhøj";')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
      key: '311000016009',
    });
    expect(reader.readLine(`${wrap(Object.values(VALID))};`)).toMatchObject({
      fault: { reason: 'LONG_ROW' },
      key: '311000016009',
    });
  });
});
