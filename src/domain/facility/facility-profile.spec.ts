import { facilityProfile } from './facility-profile.js';
import { addressOf, afdeling, location, productionUnit } from './source-record.factory.js';

describe(facilityProfile.name, () => {
  it('believes Socialtilsynet first and keeps the source of each value', () => {
    const profile = facilityProfile([
      location('S1', { name: 'Skovbrynet, bosted', address: 'Rådhuspladsen 1, 8000', municipalityName: 'Aarhus', sorCode: '311000016009' }), // prettier-ignore
      productionUnit('A1', { name: 'FONDEN HAVBLIK', address: 'Skovvej 1, st., 8000', employees: 42, pNumber: '1004128795' }), // prettier-ignore
      afdeling('T1/1', { address: 'Skovvej 1, 8000', capacityPlaces: 12, facilityType: 'MIDLERTIDIGT_BOTILBUD', municipalityCode: '0751', pNumber: '1004128795' }), // prettier-ignore
    ]);

    const tilbud = 'socialtilsynet:T1/1';
    expect(profile).toEqual({
      name: { value: 'Bostedet Skovbrynet', sourceKey: tilbud },
      address: { value: addressOf('Skovvej 1, 8000'), sourceKey: tilbud },
      hasSecretAddress: false,
      municipalityCode: { value: '0751', sourceKey: tilbud },
      municipalityName: { value: 'Aarhus', sourceKey: 'stps:S1' },
      facilityType: { value: 'MIDLERTIDIGT_BOTILBUD', sourceKey: tilbud },
      capacityPlaces: { value: 12, sourceKey: tilbud },
      employees: { value: 42, sourceKey: 'arbejdstilsynet:A1' },
      operatorName: null,
      cvrNumber: null,
      ownership: null,
      responsibleUnit: null,
      statusSourceTerm: null,
      targetGroups: [],
      pNumbers: [{ value: '1004128795', sourceKey: tilbud }],
      sorCodes: [{ value: '311000016009', sourceKey: 'stps:S1' }],
    });
  });

  it('takes the name from STPS and the address from Arbejdstilsynet where Socialtilsynet has none', () => {
    const profile = facilityProfile([
      productionUnit('A1', { name: 'FONDEN HAVBLIK', address: 'Skovvej 1, 8000' }),
      location('S1', { name: 'Skovbrynet', address: 'Rådhuspladsen 1, 8000' }),
    ]);

    expect(profile.name).toEqual({ value: 'Skovbrynet', sourceKey: 'stps:S1' });
    expect(profile.address?.value.street).toBe('Skovvej 1');
  });

  it('shows no address where any register hides it', () => {
    const profile = facilityProfile([
      productionUnit('A1', { address: 'Skovvej 1, 8000' }),
      afdeling('T1/1', { hasSecretAddress: true, municipalityCode: '0751' }),
    ]);

    expect(profile.address).toBeNull();
    expect(profile.hasSecretAddress).toBe(true);
    expect(JSON.stringify(profile)).not.toMatch(/Skovvej|8000/);
  });

  it('takes an address that Socialtilsynet leaves out for a secret one', () => {
    const profile = facilityProfile([productionUnit('A1', { address: 'Skovvej 1, 8000' }), afdeling('T1/1')]);

    expect(profile.address).toBeNull();
    expect(profile.hasSecretAddress).toBe(true);
  });

  it('does not take the address of a P-unit that stands elsewhere', () => {
    const unit = productionUnit('A1', { address: 'Skovvej 1, 8000', employees: 30 });
    const records = [unit, location('S1', { address: 'Engvej 9, 8370' })];
    const profile = facilityProfile(records, { elsewhere: new Set([unit.sourceKey]) });

    expect(profile.address?.value.street).toBe('Engvej 9');
    expect(profile.employees?.value).toBe(30);
  });

  it('names a house of several afdelinger after their tilbud and does not count its places twice', () => {
    const home = { parentName: 'Bostedet Orion', address: 'Skovvej 1, 8000', capacityPlaces: 14 };
    const profile = facilityProfile([
      afdeling('T1/2', { ...home, name: 'Bostedet Orion, afd. Øst' }),
      afdeling('T1/1', { ...home, name: 'Bostedet Orion, afd. Vest' }),
    ]);

    expect(profile.name.value).toBe('Bostedet Orion');
    expect(profile.capacityPlaces).toEqual({ value: 14, sourceKey: 'socialtilsynet:T1/1' });
  });

  it('names a single afdeling by its own name', () => {
    const profile = facilityProfile([afdeling('T1/1', { name: 'Orion, afd. Øst', parentName: 'Orion' })]);

    expect(profile.name.value).toBe('Orion, afd. Øst');
  });

  it('names a house of two tilbud after the one with more places', () => {
    const profile = facilityProfile([
      afdeling('T1/1', { name: 'Bostedet Orion', parentName: 'Bostedet Orion', capacityPlaces: 4 }),
      afdeling('T2/1', { name: 'Center Valmuen', parentName: 'Center Valmuen', capacityPlaces: 9 }),
    ]);

    expect(profile.name.value).toBe('Center Valmuen');
  });

  it('finds the municipality by postal code where no record names it', () => {
    const localities = { municipalitiesOf: new Map([['8000', ['0751']]]), codeOf: new Map<string, string>() };
    const records = [productionUnit('A1', { address: 'Skovvej 1, 8000' })];

    expect(facilityProfile(records).municipalityCode).toBeNull();
    expect(facilityProfile(records, { localities }).municipalityCode?.value).toBe('0751');
  });

  it('lists every target group and identifier once, with the first source', () => {
    const profile = facilityProfile([
      afdeling('T1/2', { targetGroups: ['autisme', 'misbrug'], pNumber: '1004128795' }),
      afdeling('T1/1', { targetGroups: ['misbrug'], pNumber: '1004128795' }),
    ]);

    expect(profile.targetGroups).toEqual([
      { value: 'misbrug', sourceKey: 'socialtilsynet:T1/1' },
      { value: 'autisme', sourceKey: 'socialtilsynet:T1/2' },
    ]);
    expect(profile.pNumbers).toEqual([{ value: '1004128795', sourceKey: 'socialtilsynet:T1/1' }]);
  });

  it('needs a record with a name', () => {
    expect(() => facilityProfile([])).toThrow(
      'A facility has at least one record with a name; none was given.',
    );
  });
});
