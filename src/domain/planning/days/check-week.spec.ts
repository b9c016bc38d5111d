import { checkWeek } from './check-week.js';
import { WEEK_WEIGHTS, type Placement, type WeekPlan, type WeekProblem } from './week-problem.js';

const part = (over: Partial<WeekProblem['events'][number]['parts'][number]> = {}) => ({
  officeId: 'st',
  inspectors: 2,
  isWholeDay: true,
  hoursAtPlace: 6,
  hoursBeside: 3,
  competence: 'unge',
  ...over,
});
const person = (code: string, over: Partial<WeekProblem['inspectors'][number]> = {}) => ({
  code,
  officeId: 'st',
  competences: code === 'anna' ? ['unge'] : [],
  start: { x: 0, y: 0 },
  hours: 37,
  daysAtWork: [0, 1, 2, 3, 4],
  ...over,
});
const PROBLEM: WeekProblem = {
  weights: WEEK_WEIGHTS,
  events: ['one', 'other'].map((id) => ({
    id,
    at: { x: 10, y: 0 },
    parts: [part()],
    days: [0, 1, 2],
    isMandatory: true,
    agreed: null,
  })),
  inspectors: [person('anna'), person('bo'), person('carl'), person('dora', { officeId: 'at' })],
};
const placed = (day: number, ...team: string[]): Placement => ({ day, half: 1, inspectors: [team] });
const SOUND: Record<string, Placement> = { one: placed(0, 'anna', 'bo'), other: placed(1, 'anna', 'carl') };

function faults(
  placements: Record<string, Placement>,
  problem = PROBLEM,
  over: Partial<WeekPlan> = {},
): string[] {
  const plan = {
    placed: new Map(Object.entries(placements)),
    unplaced: [],
    travelHours: 0,
    cost: 0,
    ...over,
  };
  return checkWeek(problem, plan);
}

/** Everybody with this person otherwise. */
function without(code: string, over: Partial<WeekProblem['inspectors'][number]>): WeekProblem {
  return {
    ...PROBLEM,
    inspectors: PROBLEM.inspectors.map((each) => (each.code === code ? { ...each, ...over } : each)),
  };
}

describe(checkWeek.name, () => {
  it('finds nothing wrong with a week that keeps every rule', () => {
    expect(faults(SOUND)).toEqual([]);
  });

  it.each<[string, RegExp, string[]]>([
    ['a day that is closed', /closed/, faults({ ...SOUND, one: placed(3, 'anna', 'bo') })],
    ['too few people', /needs 2/, faults({ ...SOUND, one: placed(0, 'anna') })],
    ['one person counted twice', /needs 2/, faults({ ...SOUND, one: placed(0, 'anna', 'anna') })],
    ['nobody with the competence', /nobody holds unge/, faults({ ...SOUND, one: placed(0, 'bo', 'carl') })],
    ['somebody of another office', /not of st/, faults({ ...SOUND, one: placed(0, 'anna', 'dora') })],
    ['somebody nobody knows', /not of st/, faults({ ...SOUND, one: placed(0, 'anna', 'nobody') })],
    ['somebody who is away', /away/, faults(SOUND, without('bo', { daysAtWork: [1, 2] }))],
    ['somebody at two places', /two places/, faults({ ...SOUND, other: placed(0, 'anna', 'carl') })],
    ['a day that is too long', /hours on day/, faults(SOUND, without('bo', { start: { x: 200, y: 200 } }))],
    ['a week that is too long', /in the week/, faults(SOUND, without('anna', { hours: 12 }))],
    ['a visit without a word', /not accounted/, faults({ one: SOUND['one']! })],
    ['a visit both placed and not', /not accounted/, faults(SOUND, PROBLEM, { unplaced: ['one'] })],
    ['a visit of another week', /not in the week/, faults({ ...SOUND, third: placed(2, 'anna', 'bo') })],
  ])('finds %s', (_, fault, found) => {
    expect(found.join('\n')).toMatch(fault);
  });
});
