import { Draws } from '../draws.js';
import { InventedIdentifiers } from './invented-identifiers.js';
import { MUNICIPALITIES, REGIONS } from './municipalities.js';
import { type Operator, OperatorRegister } from './operators.js';

function register(places: number): OperatorRegister {
  return new OperatorRegister(3, new InventedIdentifiers(3), places);
}

function drawMany(operators: OperatorRegister, count: number): Operator[] {
  const draws = Draws.for(1, 'operators');
  return Array.from({ length: count }, () => operators.drawPrivate(draws));
}

describe(OperatorRegister.name, () => {
  it('knows a municipality by its council, always with the same CVR number', () => {
    const aarhus = MUNICIPALITIES.find((one) => one.name === 'Aarhus')!;

    expect(register(100).municipal(aarhus)).toMatchObject({ kind: 'MUNICIPAL', name: 'Aarhus Kommune' });
    expect(register(100).municipal(aarhus)).toEqual(register(5_000).municipal(aarhus));
  });

  it('seats a region in the town of its regional council', () => {
    expect(REGIONS.map((region) => register(100).regional(region).seat.municipality.name)).toEqual([
      'Aalborg',
      'Viborg',
      'Vejle',
      'Hillerød',
      'Sorø',
    ]);
  });

  it('has private operators of several legal forms, each under one CVR number', () => {
    const drawn = drawMany(register(3_000), 2_000);
    const nameByCvr = new Map(drawn.map((one) => [one.cvrNumber, one.name]));

    expect(new Set(drawn.map((one) => one.kind))).toEqual(
      new Set(['PRIVATE', 'FOUNDATION', 'SELF_GOVERNING']),
    );
    expect(drawn.every((one) => nameByCvr.get(one.cvrNumber) === one.name)).toBe(true);
  });

  it('gives some private operators far more places than others', () => {
    const counts = new Map<string, number>();
    for (const { cvrNumber } of drawMany(register(3_000), 3_000)) {
      counts.set(cvrNumber, (counts.get(cvrNumber) ?? 0) + 1);
    }
    const sizes = [...counts.values()].sort((a, b) => b - a);

    expect(sizes[0]).toBeGreaterThan(20);
    expect(sizes.at(-1)).toBeLessThan(5);
  });
});
