import { normaliseName, type NameForm } from '../text/normalise-name.js';
import { compareNames } from './compare-name.js';

const VOCABULARY = { towns: new Set<string>(), operators: new Set(['granhoej', 'fondenhavblik']) };
const named = (...names: string[]): { names: NameForm[]; operators: string[] } => ({
  names: names.map((name) => normaliseName(name, VOCABULARY)).filter((form) => form !== null),
  operators: [],
});

describe(compareNames.name, () => {
  it.each([
    ['Bostedet Skovbrynet', 'BOSTEDET SKOVBRYNET', 'SAME'],
    ['Bostedet Skovbrynet', 'Skovbrynet, bosted', 'SAME_CORE'],
    ['Bostedet Skovbrynet', 'Bostedet Skovbyrnet', 'NEAR'],
    ['Bostedet Skovbrynet', 'Center Skovbrynet', 'OTHER_KIND'],
    ['Bostedet Skovbrynet', 'Bostedet Engparken', 'DIFFERENT'],
    ['Bostedet Vesterbo', 'Bostedet Østerbo', 'DIFFERENT'],
    ['Bostedet Skærgården', 'Bostedet Skaergrden', 'NEAR'],
    ['Bostedet Bo 1', 'Bostedet Bo 2', 'DIFFERENT'],
    ['Bostedet Skovbrynet 1', 'Bostedet Skovbrynet 2', 'DIFFERENT'],
    ['Bostedet Orion', 'Bostedet Ori', 'DIFFERENT'],
    ['Bostedet Skovbrynet', 'Fonden Havblik', 'UNKNOWN'],
    ['Bostedet Skovbrynet', 'Granhøj', 'UNKNOWN'],
    ['Bostedet Granhøj', 'Granhøj', 'SAME_CORE'],
  ])('finds %s and %s %s', (left, right, level) => {
    expect(compareNames(named(left), named(right))).toBe(level);
    expect(compareNames(named(right), named(left))).toBe(level);
  });

  it('sees that a unit is named after the operator of the other', () => {
    const run = { ...named('Bostedet Skovbrynet'), operators: ['fondenhavblik'] };

    expect(compareNames(run, named('Fonden Havblik'))).toBe('OPERATOR');
  });

  it('takes the best of several names', () => {
    expect(compareNames(named('Villa Nord', 'Bostedet Skovbrynet'), named('Skovbrynet'))).toBe('SAME_CORE');
  });

  it('knows nothing where a name is missing', () => {
    expect(compareNames(named(), named('Skovbrynet'))).toBe('UNKNOWN');
  });
});
