import { officesWithHours, type CapacityInput, type PlanningInspector } from './capacity.js';
import { day, type Day } from '../shared/day.js';

const INSPECTOR: PlanningInspector = {
  inspectorCode: 'ST-001',
  authority: 'SOCIALTILSYNET',
  responsibleUnit: 'SOCIALTILSYN_MIDT',
  office: 'Socialtilsyn Midt',
  competences: ['voksne'],
  hoursPerWeek: 35,
  validFrom: day('2019-01-01'),
  validTo: null,
};

function hours(over: Partial<CapacityInput>): (readonly number[])[] {
  const offices = officesWithHours({
    startsOn: day('2026-12-14'),
    weeks: 3,
    inspectors: [INSPECTOR],
    leave: [],
    holidays: [],
    reserveOf: () => ({ reactiveShare: 0, otherDutiesShare: 0 }),
    ...over,
  });
  return offices.flatMap(({ groups }) => groups.map(({ weeklyHours }) => weeklyHours));
}

function leave(from: string, to: string): { inspectorCode: string; from: Day; to: Day } {
  return { inspectorCode: 'ST-001', from: day(from), to: day(to) };
}

describe(officesWithHours.name, () => {
  it('gives whole weeks where nothing is off', () => {
    expect(hours({})).toEqual([[35, 35, 35]]);
  });

  it('takes a fifth off for each holiday, and nothing for one on a Sunday', () => {
    expect(hours({ holidays: ['2026-12-24', '2026-12-25', '2026-12-27'].map(day) })).toEqual([[35, 21, 35]]);
  });

  it('takes leave off from its first to its last day, once where it meets a holiday or another leave', () => {
    const input = {
      leave: [leave('2026-12-18', '2026-12-21'), leave('2026-12-21', '2026-12-21')],
      holidays: [day('2026-12-21')],
    };

    expect(hours(input)).toEqual([[28, 28, 35]]);
  });

  it('counts only the days on which the inspector is employed', () => {
    expect(
      hours({ inspectors: [{ ...INSPECTOR, validFrom: day('2026-12-16'), validTo: day('2026-12-28') }] }),
    ).toEqual([[21, 35, 7]]);
  });

  it('keeps the reserve for what cannot be planned, and never less than nothing', () => {
    expect(hours({ reserveOf: () => ({ reactiveShare: 0.15, otherDutiesShare: 0.25 }) })[0]![0]).toBeCloseTo(
      21,
      9,
    );
    expect(hours({ reserveOf: () => ({ reactiveShare: 0.7, otherDutiesShare: 0.7 }) })).toEqual([[0, 0, 0]]);
  });

  it('adds up those with the same competences and keeps the others apart', () => {
    const inspectors = [
      { ...INSPECTOR, competences: ['voksne', 'misbrug'] },
      { ...INSPECTOR, inspectorCode: 'ST-002', competences: ['misbrug', 'voksne'] },
      { ...INSPECTOR, inspectorCode: 'ST-003', competences: [] },
    ];
    const [office] = officesWithHours({
      startsOn: day('2026-12-14'),
      weeks: 1,
      inspectors,
      leave: [leave('2026-12-14', '2026-12-14')],
      holidays: [],
      reserveOf: () => ({ reactiveShare: 0, otherDutiesShare: 0 }),
    });

    expect(office).toEqual({
      id: 'SOCIALTILSYN_MIDT/Socialtilsyn Midt',
      authority: 'SOCIALTILSYNET',
      responsibleUnit: 'SOCIALTILSYN_MIDT',
      name: 'Socialtilsyn Midt',
      groups: [
        { competences: ['misbrug', 'voksne'], inspectors: 2, weeklyHours: [63] },
        { competences: [], inspectors: 1, weeklyHours: [35] },
      ],
    });
  });

  it('keeps two offices of one name under different units apart', () => {
    const inspectors: PlanningInspector[] = [
      { ...INSPECTOR, office: 'Nord' },
      { ...INSPECTOR, authority: 'STPS', responsibleUnit: 'STPS', office: 'Nord' },
    ];

    expect(hours({ inspectors })).toHaveLength(2);
  });
});
