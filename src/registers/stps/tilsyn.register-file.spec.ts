import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { TILSYN_FILE } from './tilsyn.register-file.js';

const LOCATION = {
  sted_id: 'SP9',
  sor: '953741000016009',
  cvr: '24256790',
  p_nummer: null,
  navn: 'Elverhøj, bosted',
  adresse: 'Skyttehusgade 4B',
  postnr: '7100',
  kommune: 'Vejle',
  region: 'Region Syddanmark',
  type: 'Bosted',
};
const UNVISITED = { ...LOCATION, tilsyn_id: null, besoegsdato: null };
const VALID = {
  ...LOCATION,
  tilsyn_id: '2025-0000777',
  besoegsdato: '2025-03-04',
  offentliggjort: '2025-05-06',
  tilsynstype: 'planlagt',
  form: 'varslet',
  samlet_vurdering: 2,
  maalepunkter: [
    { nr: 2, navn: 'Instrukser', resultat: 'opfyldt' },
    { nr: 5, navn: 'Medicinhåndtering', resultat: 'ikke opfyldt' },
  ],
  sanktion: 'påbud',
  tilsynsfoerende: 'SP-310',
};
const KEY = 'SP9/2025-0000777';
const readLine = (line: string): ParsedRow => TILSYN_FILE.open(undefined).readLine(line);
const read = (changes: object = {}): ParsedRow => readLine(JSON.stringify({ ...VALID, ...changes }));

describe('stps/tilsyn.jsonl', () => {
  it('reads the location, the visit and all its findings', () => {
    const visitKey = 'stps:2025-0000777';
    const silent = { visitKey, topic: null, score: null, dueOn: null, compliedOn: null };

    expect(read()).toEqual({
      kind: 'row',
      key: KEY,
      facts: {
        record: {
          sourceKey: 'stps:SP9',
          authority: 'STPS',
          name: 'Elverhøj, bosted',
          parentName: null,
          address: { street: 'Skyttehusgade 4B', postalCode: '7100', town: null },
          hasSecretAddress: false,
          municipalityCode: null,
          municipalityName: 'Vejle',
          cvrNumber: '24256790',
          pNumber: null,
          sorCode: '953741000016009',
          operatorName: null,
          ownership: null,
          facilityType: null,
          typeSourceTerm: 'Bosted',
          capacityPlaces: null,
          employees: null,
          targetGroups: [],
          statusSourceTerm: null,
          responsibleUnit: 'STPS',
          approvedFrom: null,
          approvedTo: null,
        },
        visit: {
          visitKey,
          authority: 'STPS',
          sourceKey: 'stps:SP9',
          occurredOn: '2025-03-04',
          publishedOn: '2025-05-06',
          form: 'ANNOUNCED',
          occasionSourceTerm: 'planlagt',
          qualityModel: null,
          inspectorCode: 'SP-310',
        },
        findings: [
          { ...silent, findingKey: 'samlet', kind: 'OVERALL', sourceTerm: '2', score: 2 },
          {
            ...silent,
            findingKey: 'maalepunkt:2',
            kind: 'CHECKPOINT',
            topic: 'Instrukser',
            sourceTerm: 'opfyldt',
          },
          {
            ...silent,
            findingKey: 'maalepunkt:5',
            kind: 'CHECKPOINT',
            topic: 'Medicinhåndtering',
            sourceTerm: 'ikke opfyldt',
          },
          { ...silent, findingKey: 'sanktion', kind: 'REACTION', sourceTerm: 'påbud' },
        ],
      },
    });
  });

  it('reads a location that was never visited as a location alone', () => {
    for (const line of [UNVISITED, { ...UNVISITED, samlet_vurdering: null, maalepunkter: [] }]) {
      const row = readLine(JSON.stringify(line));
      expect(row).toMatchObject({ kind: 'row', key: 'SP9', facts: { record: { sourceKey: 'stps:SP9' } } });
      expect(row).not.toHaveProperty('facts.visit');
    }
  });

  it('finds no reaction where there is no sanction', () => {
    expect(read({ sanktion: null, maalepunkter: [] })).toMatchObject({
      facts: { findings: [{ kind: 'OVERALL' }] },
    });
  });

  it('takes an address that says null for a secret one', () => {
    expect(read({ adresse: null, postnr: null })).toMatchObject({
      facts: { record: { address: null, hasSecretAddress: true } },
    });
  });

  it.each([
    ['uanmeldt', 'UNANNOUNCED'],
    ['skriftligt', 'WRITTEN'],
    ['telefonisk', null],
  ])('reads the form "%s" as %s', (form, expected) => {
    expect(read({ form })).toMatchObject({ facts: { visit: { form: expected } } });
  });

  it('leaves the day of publication open while the report is not out', () => {
    expect(read({ offentliggjort: null })).toMatchObject({ facts: { visit: { publishedOn: null } } });
  });

  it.each([
    ['MISSING_KEY', { sted_id: null }, 'sted_id', undefined],
    ['MISSING_KEY', { sted_id: undefined }, 'sted_id', undefined],
    ['MISSING_KEY', { tilsyn_id: undefined }, 'tilsyn_id', undefined],
    ['MISSING_KEY', { tilsyn_id: null }, 'tilsyn_id', 'SP9'],
    ['BROKEN_JSON', { sted_id: 9 }, 'sted_id', undefined],
    ['MISSING_VALUE', { navn: '' }, 'navn', KEY],
    ['MISSING_VALUE', { adresse: undefined }, 'adresse', KEY],
    ['MISSING_VALUE', { sanktion: undefined }, 'sanktion', KEY],
    ['MISSING_VALUE', { besoegsdato: null }, 'besoegsdato', KEY],
    ['BAD_DATE', { besoegsdato: '2025-02-29' }, 'besoegsdato', KEY],
    ['BAD_DATE', { offentliggjort: '06-05-2025' }, 'offentliggjort', KEY],
    ['BAD_IDENTIFIER', { sor: '953741000016008' }, 'sor', KEY],
    ['BAD_IDENTIFIER', { cvr: '24256791' }, 'cvr', KEY],
    ['BAD_IDENTIFIER', { p_nummer: '7' }, 'p_nummer', KEY],
    ['BROKEN_JSON', { cvr: 24256790 }, 'cvr', KEY],
    ['BAD_NUMBER', { samlet_vurdering: null }, 'samlet_vurdering', KEY],
    ['BAD_NUMBER', { samlet_vurdering: '2' }, 'samlet_vurdering', KEY],
    ['UNKNOWN_TERM', { samlet_vurdering: 4 }, 'samlet_vurdering', KEY],
    ['UNKNOWN_TERM', { samlet_vurdering: 1.5 }, 'samlet_vurdering', KEY],
    ['BROKEN_JSON', { maalepunkter: { nr: 1 } }, 'maalepunkter', KEY],
    ['BROKEN_JSON', { maalepunkter: [1] }, 'maalepunkter', KEY],
    [
      'BAD_NUMBER',
      { maalepunkter: [{ nr: 0, navn: 'Hygiejne', resultat: 'opfyldt' }] },
      'maalepunkter.nr',
      KEY,
    ],
    ['MISSING_VALUE', { maalepunkter: [{ nr: 1, navn: 'Hygiejne', resultat: '' }] }, 'resultat', KEY],
    ['BAD_ENCODING', { navn: 'Elverh\u0000j' }, 'navn', KEY],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({ kind: 'fault', fault: { reason, field }, key });
  });

  it('sets a visit aside in which one checkpoint has two results', () => {
    const twice = [
      { nr: 1, navn: 'Hygiejne', resultat: 'opfyldt' },
      { nr: 1, navn: 'Hygiejne', resultat: 'ikke opfyldt' },
    ];

    expect(read({ maalepunkter: twice })).toMatchObject({
      fault: { reason: 'BAD_NUMBER', field: 'maalepunkter.nr' },
    });
  });

  it.each(['[]', 'null', '7', '"tekst"', '{"sted_id": "SP", "besoegsdato": ', 'sted_id;navn', '{} {}'])(
    'sets %s aside as no object',
    (line) => {
      expect(readLine(line)).toMatchObject({
        kind: 'fault',
        fault: { reason: 'BROKEN_JSON' },
        key: undefined,
      });
    },
  );

  it('sets a line aside that could not be decoded', () => {
    expect(read({ navn: 'Elverh\uFFFDj' })).toMatchObject({ fault: { reason: 'BAD_ENCODING' }, key: KEY });
  });

  it('salvages the key of a broken line where both its parts still stand there whole', () => {
    expect(readLine(JSON.stringify(VALID).slice(0, -9))).toMatchObject({
      fault: { reason: 'BROKEN_JSON' },
      key: KEY,
    });
    expect(readLine(JSON.stringify(UNVISITED).slice(0, -1))).toMatchObject({ key: 'SP9' });
  });
});
