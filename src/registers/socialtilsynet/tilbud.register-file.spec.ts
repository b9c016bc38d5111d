import type { ParsedRow } from '../../domain/inspection/register-file.js';
import { TILBUD_FILE } from './tilbud.register-file.js';

const VALID = {
  tilbudsid: 'T900',
  afdelingsid: '77',
  navn: 'Elverhøj',
  afdelingsnavn: 'Elverhøj, afd. Syd',
  tilbudstype: 'længerevarende botilbud',
  paragraf: 'SEL § 108',
  pladser: '12',
  maalgruppe: 'autismespektret, misbrug',
  cvr_nummer: '24256790',
  p_nummer: '1003388394',
  driftsform: 'Kommunal drift',
  virksomhed: 'Vejle Kommune',
  adresse: 'Skyttehusgade 4 B',
  postnr: '7100',
  by: 'Vejle',
  kommunekode: '0630',
  driftsaftale_med: 'Horsens',
  tilsynsmyndighed: 'Socialtilsyn Øst',
  status: 'Betinget godkendt',
  godkendt_fra: '03-02-2014',
  godkendt_til: '',
};
const HEADER = Object.keys(VALID).join(';');
const read = (changes: Partial<typeof VALID> = {}): ParsedRow =>
  TILBUD_FILE.open(HEADER).readLine(Object.values({ ...VALID, ...changes }).join(';'));

describe('socialtilsynet/tilbud.csv', () => {
  it('reads an afdeling with all that the register says of it', () => {
    expect(read()).toEqual({
      kind: 'row',
      key: 'T900/77',
      facts: {
        record: {
          sourceKey: 'socialtilsynet:T900/77',
          authority: 'SOCIALTILSYNET',
          name: 'Elverhøj, afd. Syd',
          parentName: 'Elverhøj',
          address: { street: 'Skyttehusgade 4 B', postalCode: '7100', town: 'Vejle' },
          hasSecretAddress: false,
          municipalityCode: '0630',
          municipalityName: null,
          cvrNumber: '24256790',
          pNumber: '1003388394',
          sorCode: null,
          operatorName: 'Vejle Kommune',
          ownership: 'MUNICIPAL',
          facilityType: 'LAENGEREVARENDE_BOTILBUD',
          typeSourceTerm: 'længerevarende botilbud',
          capacityPlaces: 12,
          employees: null,
          targetGroups: ['autismespektret', 'misbrug'],
          statusSourceTerm: 'Betinget godkendt',
          responsibleUnit: 'SOCIALTILSYN_OEST',
          approvedFrom: '2014-02-03',
          approvedTo: null,
        },
      },
    });
  });

  it('reads an empty cell as not said', () => {
    expect(
      read({
        afdelingsnavn: '',
        pladser: '',
        maalgruppe: '',
        cvr_nummer: '',
        p_nummer: '',
        virksomhed: '',
        kommunekode: '',
        status: '',
        godkendt_fra: '',
      }),
    ).toMatchObject({
      facts: {
        record: {
          name: 'Elverhøj',
          capacityPlaces: null,
          targetGroups: [],
          cvrNumber: null,
          pNumber: null,
          operatorName: null,
          municipalityCode: null,
          statusSourceTerm: null,
          approvedFrom: null,
        },
      },
    });
  });

  it('takes a crisis centre without address for one that hides it, and any other place for one that left it out', () => {
    const nowhere = { adresse: '', postnr: '', by: '' };

    expect(read({ ...nowhere, tilbudstype: 'krisecenter' })).toMatchObject({
      facts: { record: { address: null, hasSecretAddress: true, facilityType: 'KRISECENTER' } },
    });
    expect(read(nowhere)).toMatchObject({ facts: { record: { address: null, hasSecretAddress: false } } });
    expect(read({ tilbudstype: 'krisecenter' })).toMatchObject({
      facts: { record: { hasSecretAddress: false } },
    });
  });

  it.each([
    ['kommunal', 'MUNICIPAL'],
    ['Kommunalt', 'MUNICIPAL'],
    ['Regionalt', 'REGIONAL'],
    ['regional', 'REGIONAL'],
    ['Privat', 'PRIVATE'],
    ['Selvejende', 'SELF_GOVERNING'],
    ['fond/selvejende', 'SELF_GOVERNING'],
    ['Fond', 'FOUNDATION'],
    ['andelsselskab', null],
  ])('reads the driftsform "%s" as %s', (driftsform, ownership) => {
    expect(read({ driftsform })).toMatchObject({ facts: { record: { ownership } } });
  });

  it.each([
    ['midlertidigt botilbud', 'MIDLERTIDIGT_BOTILBUD'],
    ['Forsorgshjem', 'FORSORGSHJEM'],
    ['botilbudslignende', 'BOTILBUDSLIGNENDE'],
    ['døgntilbud til børn og unge', 'DOEGNTILBUD_BOERN_UNGE'],
    ['friplejehjem', null],
  ])('reads the tilbudstype "%s" as %s and keeps the word', (tilbudstype, facilityType) => {
    expect(read({ tilbudstype })).toMatchObject({
      facts: { record: { facilityType, typeSourceTerm: tilbudstype } },
    });
  });

  it('leaves the responsible unit open where the name is not one of the five', () => {
    expect(read({ tilsynsmyndighed: 'Socialtilsyn Bornholm' })).toMatchObject({
      facts: { record: { responsibleUnit: null } },
    });
  });

  it.each([
    ['MISSING_KEY', { tilbudsid: '' }, 'tilbudsid', undefined],
    ['MISSING_KEY', { afdelingsid: '' }, 'afdelingsid', undefined],
    ['MISSING_VALUE', { navn: '' }, 'navn', 'T900/77'],
    ['BAD_DATE', { godkendt_fra: '31-02-2014' }, 'godkendt_fra', 'T900/77'],
    ['BAD_DATE', { godkendt_til: '02-02-2014' }, 'godkendt_til', 'T900/77'],
    ['BAD_NUMBER', { pladser: 'tolv' }, 'pladser', 'T900/77'],
    ['BAD_IDENTIFIER', { cvr_nummer: '24256791' }, 'cvr_nummer', 'T900/77'],
    ['BAD_IDENTIFIER', { p_nummer: '12' }, 'p_nummer', 'T900/77'],
    ['BAD_IDENTIFIER', { postnr: 'DK-7100' }, 'postnr', 'T900/77'],
    ['BAD_IDENTIFIER', { kommunekode: '630' }, 'kommunekode', 'T900/77'],
    ['BAD_ENCODING', { by: 'Vejl\uFFFD' }, 'by', 'T900/77'],
  ])('sets a row aside for %s %j', (reason, changes, field, key) => {
    expect(read(changes)).toMatchObject({
      kind: 'fault',
      fault: { reason, field, value: Object.values(changes)[0] },
      key,
    });
  });

  it('keeps the key of rows that are too short or too long', () => {
    expect(TILBUD_FILE.open(HEADER).readLine('T900;77;Elverhøj')).toMatchObject({
      fault: { reason: 'SHORT_ROW' },
      key: 'T900/77',
    });
    expect(read({ navn: 'Elverhøj; Syd' })).toMatchObject({ fault: { reason: 'LONG_ROW' }, key: 'T900/77' });
    expect(read({ navn: '"Elverhøj; Syd"' })).toMatchObject({
      facts: { record: { parentName: 'Elverhøj; Syd' } },
    });
  });
});
