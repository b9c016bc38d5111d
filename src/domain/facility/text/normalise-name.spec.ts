import { normaliseName } from './normalise-name.js';

const VOCABULARY = {
  towns: new Set(['randers', 'koebenhavnv']),
  operators: new Set(['glostrupkommune', 'fondenhavblik', 'granhoej', 'denselvejendeinstitutionklinten']),
};

describe(normaliseName.name, () => {
  it.each([
    ['Bostedet Skovbrynet', 'skovbrynet', 'bosted'],
    ['BOSTEDET SKOVBRYNET', 'skovbrynet', 'bosted'],
    ['Skovbrynet, bosted', 'skovbrynet', null],
    ['Skovbrynet - Randers', 'skovbrynet', null],
    ['Skovbrynet - København V', 'skovbrynet', null],
    ['Skovbrynet, Randers', 'skovbrynet', null],
    ['Bostedet Skovbrynet, afd. Vest 2', 'skovbrynet', 'bosted'],
    ['Bostedet Skovbrynet (afdeling 2)', 'skovbrynet', 'bosted'],
    ['Glostrup Kommune, Bostedet Skovbrynet', 'skovbrynet', 'bosted'],
    ['Bostedet Skovbrynet Glostrup Kommune', 'skovbrynet', 'bosted'],
    ['Fonden Havblik - Skovbrynet', 'skovbrynet', null],
    ['Bostedet Skovbrynet Fonden Havblik', 'skovbrynet', 'bosted'],
    ['Bo- og Aktivitetscentret Ågården', 'aagaarden', 'aktivitetscenter'],
    ['BofællesskabetHavblik', 'havblik', 'bofaellesskab'],
    ['Krisceentret Sølund', 'soelund', 'krisecenter'],
    ['Bsted Skovbrynet', 'skovbrynet', 'bosted'],
    ['Granhøj, bosted', 'granhoej', null],
    ['Bostedet', 'bostedet', 'bosted'],
  ])('reads %s', (text, core, kind) => {
    expect(normaliseName(text, VOCABULARY)).toMatchObject({ core, kind, owner: 'PLACE' });
  });

  it.each([
    ['Glostrup Kommune', 'OPERATOR'],
    ['Fonden Havblik', 'OPERATOR'],
    ['Den selvejende institution Klinten', 'OPERATOR'],
    ['Strandlyst A/S', 'OPERATOR'],
    ['Strandlyst ApS', 'OPERATOR'],
    ['Granhøj', 'EITHER'],
    ['Bostedet Granhøj', 'PLACE'],
  ])('knows whose name %s is: %s', (text, owner) => {
    expect(normaliseName(text, VOCABULARY)?.owner).toBe(owner);
  });

  it('keeps the numbers of the name apart, but not those of an afdeling', () => {
    expect(normaliseName('Hus 12', VOCABULARY)?.digits).toBe('12');
    expect(normaliseName('Skovbrynet, afd. 12', VOCABULARY)?.digits).toBe('');
  });

  it('says null where nothing is written', () => {
    expect(normaliseName(' - , ', VOCABULARY)).toBeNull();
  });
});
