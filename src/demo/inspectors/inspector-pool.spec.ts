import { AUTHORITIES } from '../../domain/shared/authority.js';
import { Draws } from '../draws.js';
import { InspectorPool } from './inspector-pool.js';
import { OFFICES } from './offices.js';

describe(InspectorPool.name, () => {
  it('staffs every office, however small the country, with someone for every field', () => {
    const pool = new InspectorPool(1, 5);

    for (const office of OFFICES) {
      const team = pool.all.filter((one) => one.office === office);
      const fields = new Set(team.flatMap((one) => one.competences));
      expect(team).toHaveLength(2);
      expect(fields.size).toBe(office.authority === 'SOCIALTILSYNET' ? 3 : 2);
    }
  });

  it('has hours enough for a visit of twenty hours to every place in a year', () => {
    for (const places of [300, 3_000, 50_000]) {
      const pool = new InspectorPool(1, places);
      const hours = pool.all
        .filter((one) => one.office.authority === 'SOCIALTILSYNET')
        .reduce((sum, one) => sum + 42 * one.hoursPerWeek, 0);

      expect(hours).toBeGreaterThan(20 * places);
    }
  });

  it('gives everyone a code of their own under the authority', () => {
    const codes = new InspectorPool(1, 3_000).all.map((one) => one.code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^(ST|AT|SP)-\d{3,}$/.test(code))).toEqual([]);
    expect(AUTHORITIES).toHaveLength(3);
  });

  it('sends people of the office asked for, mostly those who know the field', () => {
    const pool = new InspectorPool(1, 3_000);
    const draws = Draws.for(1, 'send');
    const sent = Array.from({ length: 500 }, () => pool.send('Socialtilsyn Syd', draws, 'misbrug'));

    expect(new Set(sent.map((one) => one.office.name))).toEqual(new Set(['Socialtilsyn Syd']));
    expect(sent.filter((one) => one.competences.includes('misbrug')).length).toBeGreaterThan(450);
  });

  it('averages the chance of a finding over the office, so that no single strictness shows', () => {
    const pool = new InspectorPool(1, 3_000);
    const strictness = pool.all.filter((one) => one.office.name === 'STPS Syd').map((one) => one.strictness);

    expect(strictness.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 8);
    expect(pool.chanceWithAnyone('STPS Syd', 0)).toBeCloseTo(0.5, 1);
    expect(pool.chanceWithAnyone('STPS Syd', 2)).toBeGreaterThan(pool.chanceWithAnyone('STPS Syd', 1));
  });

  it('refuses an office that does not exist', () => {
    expect(() => new InspectorPool(1, 5).chanceWithAnyone('Socialtilsyn Ærø', 0)).toThrow('no office');
  });
});
