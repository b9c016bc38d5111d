import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { TILSYN_FILE } from './tilsyn.register-file.js';

const VALID = {
  at_id: 'AT7',
  p_nummer: '1003388394',
  cvr_nummer: '13748136',
  navn: 'VEJLE KOMMUNE, ELVERHØJ',
  adresse: 'Skyttehusgade 4B',
  postnr: '7100',
  by: 'Vejle',
  branchekode: '872010',
  branche: 'Institutioner for psykisk handicap',
  ansatte: '31',
  besoegsdato: '17-01-2025',
  besoegstype: 'grundtilsyn',
  sagsnummer: '20250000777',
  reaktion_nr: '2',
  problemomraade: 'Ergonomi',
  reaktion: 'Påbud med frist',
  frist: '17-04-2025',
  efterkommet: '20-03-2025',
  tilsynsfoerende: 'AT-310',
};
const UNVISITED = {
  besoegsdato: '', besoegstype: '', sagsnummer: '', reaktion_nr: '', problemomraade: '', reaktion: '', frist: '',
  efterkommet: '', tilsynsfoerende: '',
}; // prettier-ignore
const KEY = 'AT7/20250000777/2';
const HEADER = Object.keys(VALID).join(';');
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  TILSYN_FILE.open(HEADER).readLine(Object.values({ ...VALID, ...changes }).join(';'));

describe('arbejdstilsynet/tilsyn.csv', () => {
  it('reads the work site, the visit and the reaction', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: KEY,
      facts: {
        record: {
          sourceKey: 'arbejdstilsynet:AT7',
          authority: 'ARBEJDSTILSYNET',
          name: 'VEJLE KOMMUNE, ELVERHØJ',
          parentName: null,
          address: { street: 'Skyttehusgade 4B', postalCode: '7100', town: 'Vejle' },
          hasSecretAddress: false,
          municipalityCode: null,
          municipalityName: null,
          cvrNumber: '13748136',
          pNumber: '1003388394',
          sorCode: null,
          operatorName: null,
          ownership: null,
          facilityType: null,
          typeSourceTerm: 'Institutioner for psykisk handicap',
          capacityPlaces: null,
          employees: 31,
          targetGroups: [],
          statusSourceTerm: null,
          responsibleUnit: 'ARBEJDSTILSYNET',
          approvedFrom: null,
          approvedTo: null,
        },
        visit: {
          visitKey: 'arbejdstilsynet:AT7/20250000777',
          authority: 'ARBEJDSTILSYNET',
          sourceKey: 'arbejdstilsynet:AT7',
          occurredOn: '2025-01-17',
          publishedOn: null,
          form: null,
          occasionSourceTerm: 'grundtilsyn',
          qualityModel: null,
          inspectorCode: 'AT-310',
        },
        findings: [
          {
            findingKey: '2',
            visitKey: 'arbejdstilsynet:AT7/20250000777',
            kind: 'REACTION',
            topic: 'Ergonomi',
            sourceTerm: 'Påbud med frist',
            score: null,
            dueOn: '2025-04-17',
            compliedOn: '2025-03-20',
          },
        ],
      },
    });
  });

  it('reads a site that was never visited as a site alone', () => {
    const row = read(UNVISITED);

    expect(row).toMatchObject({
      kind: 'row',
      key: 'AT7',
      facts: { record: { sourceKey: 'arbejdstilsynet:AT7' } },
    });
    expect(row).not.toHaveProperty('facts.visit');
    expect(row).not.toHaveProperty('facts.findings');
  });

  it('keeps "Ingen reaktion" as what was said of the visit', () => {
    expect(
      read({ reaktion: 'Ingen reaktion', problemomraade: '', frist: '', efterkommet: '' }),
    ).toMatchObject({
      facts: {
        findings: [
          { kind: 'REACTION', sourceTerm: 'Ingen reaktion', topic: null, dueOn: null, compliedOn: null },
        ],
      },
    });
  });

  it('reads a site without P-number, address or number of employees', () => {
    expect(read({ p_nummer: '', adresse: '', postnr: '', by: '', ansatte: '' })).toMatchObject({
      facts: { record: { pNumber: null, address: null, hasSecretAddress: false, employees: null } },
    });
  });

  it.each([
    ['MISSING_KEY', { at_id: '' }, 'at_id', undefined],
    ['MISSING_KEY', { sagsnummer: '' }, 'sagsnummer', undefined],
    ['MISSING_KEY', { reaktion_nr: '' }, 'reaktion_nr', undefined],
    ['MISSING_VALUE', { navn: '' }, 'navn', KEY],
    ['MISSING_VALUE', { besoegsdato: '' }, 'besoegsdato', KEY],
    ['MISSING_VALUE', { reaktion: '' }, 'reaktion', KEY],
    ['BAD_DATE', { besoegsdato: '31-02-2025' }, 'besoegsdato', KEY],
    ['BAD_DATE', { frist: 'snarest' }, 'frist', KEY],
    ['BAD_DATE', { efterkommet: '2025-03-20' }, 'efterkommet', KEY],
    ['BAD_NUMBER', { ansatte: '-1' }, 'ansatte', KEY],
    ['BAD_NUMBER', { reaktion_nr: '0' }, 'reaktion_nr', 'AT7/20250000777/0'],
    ['BAD_IDENTIFIER', { cvr_nummer: '13748137' }, 'cvr_nummer', KEY],
    ['BAD_IDENTIFIER', { p_nummer: '100338839X' }, 'p_nummer', KEY],
    ['BAD_IDENTIFIER', { postnr: '71' }, 'postnr', KEY],
    ['UNKNOWN_TERM', { reaktion: 'Bøde' }, 'reaktion', KEY],
    ['BAD_ENCODING', { by: 'Vejle\u0081' }, 'by', KEY],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({
      kind: 'fault',
      fault: { reason, field, value: Object.values(changes)[0] },
      key,
    });
  });

  it('does not take a visit that lost its case for a site that was never visited', () => {
    expect(read({ ...UNVISITED, besoegsdato: '17-01-2025' })).toMatchObject({
      fault: { reason: 'MISSING_KEY', field: 'sagsnummer' },
      key: 'AT7',
    });
    expect(read({ ...UNVISITED, besoegsdato: '99-99-9999' })).toMatchObject({
      fault: { reason: 'BAD_DATE' },
      key: 'AT7',
    });
  });

  it('reads no key from a row that is cut before its case, nor from one that is shifted', () => {
    expect(TILSYN_FILE.open(HEADER).readLine('AT7;1003388394;13748136;ELVERHØJ')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
      key: undefined,
    });
    expect(read({ navn: 'VEJLE; ELVERHØJ' })).toMatchObject({
      fault: { reason: 'LONG_ROW' },
      key: undefined,
    });
  });
});
