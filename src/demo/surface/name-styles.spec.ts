import { InventedIdentifiers } from '../country/invented-identifiers.js';
import { MUNICIPALITIES, type PostalTown } from '../country/municipalities.js';
import { type Operator, OperatorRegister } from '../country/operators.js';
import { Draws } from '../draws.js';
import { Noise } from '../noise.js';
import type { Tilbud } from '../places/tilbud.js';
import { nameElsewhere } from './name-styles.js';

const town = MUNICIPALITIES.find((one) => one.name === 'Odder')?.towns[0] as PostalTown;
const council = new OperatorRegister(1, new InventedIdentifiers(1), 10).municipal(town.municipality);
const foundation: Operator = { ...council, kind: 'FOUNDATION', name: 'Fonden Fjerde Spor' };
const tilbud = { stem: 'Spiren', name: 'Bostedet Spiren' } as Tilbud;

function names(register: 'ARBEJDSTILSYNET' | 'STPS', operator: Operator, noise: number): Set<string> {
  const draws = Draws.for(1, 'names');
  return new Set(
    Array.from({ length: 600 }, () =>
      nameElsewhere(register, tilbud, operator, town, draws, new Noise(noise)),
    ),
  );
}

describe(nameElsewhere.name, () => {
  it('is the name itself without noise', () => {
    expect(names('STPS', council, 0)).toEqual(new Set(['Bostedet Spiren']));
  });

  it('is in capitals, by the council or by the name proper at Arbejdstilsynet', () => {
    expect([...names('ARBEJDSTILSYNET', council, 1)]).toEqual(
      expect.arrayContaining([
        'Bostedet Spiren',
        'BOSTEDET SPIREN',
        'Odder Kommune, Bostedet Spiren',
        'Spiren',
      ]),
    );
  });

  it('is only the operator for some private operators at Arbejdstilsynet', () => {
    expect([...names('ARBEJDSTILSYNET', foundation, 1)]).toContain('Fonden Fjerde Spor');
  });

  it('carries the kind, the town or the operator at STPS', () => {
    expect([...names('STPS', foundation, 1)]).toEqual(
      expect.arrayContaining(['Spiren, bosted', 'Spiren - Odder', 'Bostedet Spiren Fonden Fjerde Spor']),
    );
  });
});
