import { matchFacilities } from './match-facilities.js';
import type { SorUnit } from './sor-unit.js';
import { afdeling, location, productionUnit } from './source-record.factory.js';
import type { SourceRecord } from './source-record.js';

const places = (records: readonly SourceRecord[], sorUnits: readonly SorUnit[] = []): string[] =>
  matchFacilities(records, sorUnits).clusters.map((cluster) =>
    cluster.records.map(({ sourceKey }) => sourceKey.replace(/^(\w)\w*:/, '$1:')).join(' '),
  );

const P_1 = '1004128795';
const P_2 = '1089152867';
const CVR_1 = '13748136';
const CVR_2 = '24256790';
const sorUnit = (said: Partial<SorUnit>): SorUnit => ({
  sorCode: '311000016009',
  name: 'Skovbrynet',
  cvrNumber: null,
  pNumber: null,
  street: null,
  postalCode: null,
  municipalityCode: null,
  ...said,
});

describe(matchFacilities.name, () => {
  it('puts the three registers of one place together and says why', () => {
    const { clusters } = matchFacilities([
      afdeling('T1/1', { address: 'Skovvej 12 A, 8000', pNumber: P_1 }),
      productionUnit('A1', { name: 'BOSTEDET SKOVBRYNET', address: 'Skovvej 12A, 8000', pNumber: P_1 }),
      location('S1', { name: 'Skovbrynet, bosted', address: 'Skovvej 12A, st., 8000' }),
    ]);

    expect(clusters).toEqual([
      {
        records: [
          { sourceKey: 'arbejdstilsynet:A1', rule: 'SAME_SPOT', confidence: 1, decidedBy: 'MODEL', comparedWith: 'socialtilsynet:T1/1' }, // prettier-ignore
          { sourceKey: 'socialtilsynet:T1/1', rule: 'SAME_SPOT', confidence: 1, decidedBy: 'MODEL', comparedWith: 'arbejdstilsynet:A1' }, // prettier-ignore
          { sourceKey: 'stps:S1', rule: 'SAME_SPOT', confidence: 1, decidedBy: 'MODEL', comparedWith: 'arbejdstilsynet:A1' }, // prettier-ignore
        ],
      },
    ]);
  });

  it('leaves a record that fits no other as a place of its own', () => {
    expect(matchFacilities([afdeling('T1/1', { address: 'Skovvej 12, 8000' })]).clusters).toEqual([
      {
        records: [
          { sourceKey: 'socialtilsynet:T1/1', rule: 'ONLY_RECORD', confidence: 1, decidedBy: 'RULE' },
        ],
      },
    ]);
  });

  it('never joins places on the operator alone, however small the town', () => {
    const records = [
      afdeling('T1/1', { name: 'Center Valmuen', address: 'Skovvej 1, 6720', cvrNumber: CVR_1 }),
      productionUnit('A1', { name: 'Fonden Havblik', address: 'Engvej 9, 6720', cvrNumber: CVR_1 }),
      location('S1', { name: 'Bostedet Solsikken', address: 'Torvet 1, 6720', cvrNumber: CVR_1 }),
    ];

    expect(places(records)).toEqual(['a:A1', 's:T1/1', 's:S1']);
  });

  it('finds a place whose CVR number is still the former operator’s', () => {
    const records = [
      afdeling('T1/1', { address: 'Skovvej 1, 8000', cvrNumber: CVR_1 }),
      productionUnit('A1', { name: 'Skovbrynet', address: 'Skovvej 1, 8000', cvrNumber: CVR_2 }),
    ];

    expect(places(records)).toEqual(['a:A1 s:T1/1']);
  });

  it('keeps places of one name in different municipalities apart', () => {
    const records = [
      afdeling('T1/1', { address: 'Skovvej 1, 8000', municipalityCode: '0751' }),
      location('S1', { address: 'Skovvej 1, 9000', municipalityName: 'Aalborg' }),
      productionUnit('A1', { address: 'Engvej 9, 8000' }),
    ];

    expect(places(records)).toEqual(['a:A1', 's:T1/1', 's:S1']);
  });

  it('keeps two afdelinger of one tilbud at two addresses apart, even with one P-number', () => {
    const records = [
      afdeling('T1/1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
      afdeling('T1/2', { address: 'Engvej 9, 8000', pNumber: P_1 }),
    ];

    expect(places(records)).toEqual(['s:T1/1', 's:T1/2']);
  });

  it('puts afdelinger of two tilbud that share a house in one place', () => {
    const records = [
      afdeling('T1/1', { name: 'Bostedet Orion', address: 'Skovvej 1, 8000' }),
      afdeling('T1/2', { name: 'Bostedet Orion', address: 'Skovvej 1, st., 8000' }),
      afdeling('T2/1', { name: 'Center Østergård', address: 'Skovvej 1, 8000' }),
    ];

    expect(places(records)).toEqual(['s:T1/1 s:T1/2 s:T2/1']);
  });

  it('links a P-unit to every place that it covers, without joining them', () => {
    const { clusters } = matchFacilities([
      productionUnit('A1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
      afdeling('T1/1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
      afdeling('T1/2', { address: 'Engvej 9, 8370', pNumber: P_1 }),
    ]);

    expect(clusters.map(({ records }) => records.map(({ sourceKey }) => sourceKey))).toEqual([
      ['arbejdstilsynet:A1', 'socialtilsynet:T1/1'],
      ['arbejdstilsynet:A1', 'socialtilsynet:T1/2'],
    ]);
    expect(clusters[1]?.records[0]).toEqual({
      sourceKey: 'arbejdstilsynet:A1',
      rule: 'COVERED',
      confidence: 0.9997,
      decidedBy: 'MODEL',
      comparedWith: 'socialtilsynet:T1/2',
      isElsewhere: true,
    });
  });

  it('knows a P-unit that bears the name of the operator', () => {
    const records = [
      productionUnit('A1', { name: 'Fonden Havblik A/S', address: 'Skovvej 1, 8000', pNumber: P_1 }),
      afdeling('T1/1', { operatorName: 'Fonden Havblik A/S', address: 'Skovvej 1, 8000', pNumber: P_1 }),
      afdeling('T1/2', { operatorName: 'Fonden Havblik A/S', address: 'Engvej 9, 8370', pNumber: P_1 }),
    ];

    expect(places(records)).toEqual(['a:A1 s:T1/1', 'a:A1 s:T1/2']);
  });

  describe("with a parent's address", () => {
    const townHall = { address: 'Rådhuspladsen 14, 8000', municipalityName: 'Aarhus', cvrNumber: CVR_1 };
    const home = { municipalityCode: '0751', cvrNumber: CVR_1, operatorName: 'Aarhus Kommune' };

    it('finds each location by its name, not by the address that they all have', () => {
      const records = [
        afdeling('T1/1', { name: 'Bostedet Skovbrynet', address: 'Skovvej 1, 8000', ...home }),
        afdeling('T2/1', { name: 'Center Valmuen', address: 'Engvej 9, 8000', ...home }),
        location('S1', { name: 'Skovbrynet, bosted', ...townHall }),
        location('S2', { name: 'Valmuen - Aarhus', ...townHall }),
        location('S3', { name: 'Solsikken, bosted', ...townHall }),
      ];

      expect(places(records)).toEqual(['s:T1/1 s:S1', 's:T2/1 s:S2', 's:S3']);
    });

    it('finds no place in the town hall itself', () => {
      const records = [
        afdeling('T1/1', { name: 'Center Valmuen', ...home, address: 'Rådhuspladsen 14, 8000' }),
        location('S1', { name: 'Skovbrynet', ...townHall }),
        location('S2', { name: 'Solsikken', ...townHall }),
      ];

      expect(places(records)).toEqual(['s:T1/1', 's:S1', 's:S2']);
    });

    it('settles the last location of a name in the last place that has none', () => {
      const records = [
        afdeling('T1/1', { address: 'Skovvej 1, 8000', ...home }),
        afdeling('T1/2', { address: 'Engvej 9, 8000', ...home }),
        location('S1', { ...townHall, address: 'Skovvej 1, 8000' }),
        location('S2', townHall),
      ];

      expect(places(records)).toEqual(['s:T1/1 s:S1', 's:T1/2 s:S2']);
    });

    it('settles nothing where two places are equally possible', () => {
      const records = [
        afdeling('T1/1', { address: 'Skovvej 1, 8000', ...home }),
        afdeling('T1/2', { address: 'Engvej 9, 8000', ...home }),
        location('S1', townHall),
      ];

      expect(places(records)).toEqual(['s:T1/1', 's:T1/2', 's:S1']);
    });
  });

  describe('with a secret address', () => {
    const hidden = { name: 'Krisecentret Sølund', hasSecretAddress: true, cvrNumber: CVR_1 } as const;

    it('finds a crisis centre by name, operator and municipality', () => {
      const records = [
        afdeling('T1/1', { ...hidden, municipalityCode: '0751' }),
        productionUnit('A1', { name: 'KRISECENTRET SØLUND', address: 'Skovvej 1, 8000', cvrNumber: CVR_1 }),
        location('S1', {
          ...hidden,
          name: 'Sølund, bosted',
          municipalityName: 'Aarhus',
          sorCode: '311000016009',
        }),
        afdeling('T9/1', { name: 'Center Valmuen', address: 'Engvej 9, 8000', municipalityCode: '0751' }),
      ];

      expect(places(records, [sorUnit({ municipalityCode: '0751' })])).toEqual([
        'a:A1 s:T1/1 s:S1',
        's:T9/1',
      ]);
    });

    it('finds it by the street that SOR still has', () => {
      const records = [
        productionUnit('A1', { name: 'Krisecentret Sølund', address: 'Skovvej 1, 8000' }),
        location('S1', { ...hidden, cvrNumber: null, sorCode: '311000016009' }),
        afdeling('T9/1', { name: 'Center Valmuen', address: 'Engvej 9, 8000', municipalityCode: '0751' }),
      ];
      const unit = sorUnit({ name: 'Sølund', street: 'Skovvej 1', municipalityCode: '0751' });

      expect(places(records, [unit])).toEqual(['a:A1 s:S1', 's:T9/1']);
    });

    it('does not send it to a place of the same operator under another name', () => {
      const records = [
        afdeling('T1/1', { ...hidden, municipalityCode: '0751' }),
        afdeling('T2/1', { name: 'Bostedet Orion', address: 'Skovvej 1, 8000', municipalityCode: '0751', cvrNumber: CVR_1 }), // prettier-ignore
        productionUnit('A2', { name: 'Bostedet Orion', address: 'Skovvej 1, 8000', cvrNumber: CVR_1 }),
      ];

      expect(places(records)).toEqual(['a:A2 s:T2/1', 's:T1/1']);
    });
  });

  describe('with SOR', () => {
    it('takes the P-number that STPS lacks from the unit in SOR', () => {
      const records = [
        productionUnit('A1', { address: 'Skovvej 1, 8000', pNumber: P_1 }),
        productionUnit('A2', { address: 'Engvej 9, 8000', pNumber: P_2 }),
        location('S1', { address: 'Rådhuspladsen 1, 8000', sorCode: '311000016009' }),
      ];

      expect(places(records, [sorUnit({ pNumber: P_2 })])).toEqual(['a:A1', 'a:A2 s:S1']);
    });

    it('takes two locations of one SOR code for one', () => {
      const records = [
        location('S1', { name: 'Skovbrynet', address: 'Skovvej 1, 8000', sorCode: '311000016009' }),
        location('S2', { name: 'Bostedet Skovbrynet', address: 'Skovvej 1, 8000', sorCode: '311000016009' }),
      ];

      expect(places(records, [sorUnit({})])).toEqual(['s:S1 s:S2']);
    });
  });

  it('does not let typing errors add up', () => {
    const records = [
      afdeling('T1/1', { name: 'Skovbrynet', address: 'Elmevangen 1, 8000', cvrNumber: CVR_1 }),
      afdeling('T2/1', { name: 'Skovbrynet', address: 'Elmevengen 1, 8000', cvrNumber: CVR_1 }),
      afdeling('T3/1', { name: 'Skovbrynet', address: 'Olmevengin 1, 8000', cvrNumber: CVR_1 }),
    ];

    expect(places(records)).toEqual(['s:T1/1 s:T2/1', 's:T3/1']);
  });

  it('takes units at one address for one place, whatever their names and P-numbers', () => {
    const records = [
      afdeling('T1/1', { name: 'Center Valmuen', address: 'Skovvej 1, 8000', pNumber: P_1 }),
      productionUnit('A1', { name: 'Bostedet Orion', address: 'Skovvej 1, 8000', pNumber: P_2 }),
      location('S1', { name: 'Orion', address: 'Skovvej 1, 8000' }),
    ];

    expect(places(records)).toEqual(['a:A1 s:T1/1 s:S1']);
  });

  it('refuses a record that comes twice', () => {
    expect(() => matchFacilities([afdeling('T1/1'), afdeling('T1/1')])).toThrow(
      '"socialtilsynet:T1/1" came twice: pass each record once, in its latest version.',
    );
  });
});
