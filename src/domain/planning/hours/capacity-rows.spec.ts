import { capacityRows } from './capacity-rows.js';
import { aFacility, aGroup, anInstance, anOffice, aPart } from '../planning-instance.factory.js';
import type { InspectorGroup } from '../planning-instance.js';

function rowsOf(needed: (string | null)[], groups: InspectorGroup[], capacityPeriods = [1, 1]) {
  const places = needed.map((competence, index) =>
    aFacility(`place-${index}`, [aPart('STPS', { competence })]),
  );
  const rows = capacityRows(
    anInstance(places, { weeks: 2, capacityPeriods, offices: [anOffice('STPS', groups)] }),
  );
  const hours = (row: number) => [...rows.hours.slice(row * rows.periods, (row + 1) * rows.periods)];
  return {
    ...rows,
    ofClass: (competence: string | null) => rows.rowsOfClass[rows.classOf[0]!.get(competence)!]!.map(hours),
  };
}

describe(capacityRows.name, () => {
  it('has one row for an office where nobody asks for a competence', () => {
    const rows = rowsOf([null], [aGroup(2, 30, ['misbrug']), aGroup(2, 10)]);

    expect(rows.rows).toBe(1);
    expect(rows.ofClass(null)).toEqual([[40, 40]]);
  });

  it('adds up the weeks of a period', () => {
    expect(rowsOf([null], [aGroup(2, 30)], [2]).ofClass(null)).toEqual([[60]]);
  });

  it('has a row for each set of competences, with the hours of those who hold one of them', () => {
    const groups = [aGroup(2, 30, ['misbrug']), aGroup(2, 10, ['misbrug', 'unge']), aGroup(2, 5)];
    const rows = rowsOf(['misbrug', 'unge'], groups);

    expect(rows.ofClass('misbrug')).toEqual([
      [45, 45],
      [40, 40],
      [40, 40],
    ]);
    expect(rows.ofClass('unge')).toEqual([
      [45, 45],
      [10, 10],
      [40, 40],
    ]);
  });

  it('leaves out rows that everyone holds', () => {
    expect(rowsOf(['misbrug'], [aGroup(2, 30, ['misbrug'])]).rows).toBe(1);
  });

  it('gives no hours to a competence that nobody holds', () => {
    expect(rowsOf(['misbrug'], [aGroup(2, 30)]).ofClass('misbrug')).toEqual([
      [30, 30],
      [0, 0],
    ]);
  });
});
