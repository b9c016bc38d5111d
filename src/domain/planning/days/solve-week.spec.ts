import fc from 'fast-check';
import { checkWeek } from './check-week.js';
import { independentWeeks } from './independent-weeks.js';
import { solveWeek } from './solve-week.js';
import {
  WEEK_WEIGHTS,
  type EventPart,
  type Placement,
  type VisitEvent,
  type WeekInspector,
  type WeekProblem,
} from './week-problem.js';
import { isMoved, replacedIn, WeekState } from './week-state.js';
import { seededRandom } from '../../shared/seeded-random.js';

const OFFICES = ['st', 'at', 'stps'];

function aPart(officeId: string, competence: string | null = null): EventPart {
  const isWholeDay = officeId === 'st';
  return {
    officeId,
    inspectors: isWholeDay ? 2 : 1,
    isWholeDay,
    hoursAtPlace: isWholeDay ? 6 : 3,
    hoursBeside: 3,
    competence,
  };
}

function aWeek(seed: number, events: number, inspectorsEach: number): WeekProblem {
  const random = seededRandom(seed);
  const at = () => ({ x: 80 * random(), y: 80 * random() });
  const competence = () => (random() < 0.4 ? 'unge' : null);
  return {
    weights: WEEK_WEIGHTS,
    events: Array.from({ length: events }, (_, index): VisitEvent => {
      const offices = OFFICES.filter(() => random() < 0.5);
      const parts = (offices.length ? offices : ['at']).map((office) => aPart(office, competence()));
      const days = [0, 1, 2, 3, 4].filter(() => random() < 0.8);
      return { id: `e${index}`, at: at(), parts, days, isMandatory: random() < 0.5, agreed: null };
    }),
    inspectors: OFFICES.flatMap((officeId) =>
      Array.from({ length: inspectorsEach }, (_, index): WeekInspector => ({
        code: `${officeId}${index}`,
        officeId,
        competences: random() < 0.5 ? ['unge'] : [],
        start: at(),
        hours: 20 + 17 * random(),
        daysAtWork: [0, 1, 2, 3, 4].filter(() => random() < 0.9),
      })),
    ),
  };
}

/** The least cost over all days, halves and teams. */
function bruteForce(problem: WeekProblem): number {
  let best = Infinity;
  const placements = problem.events.map((event) =>
    event.days.flatMap((day) =>
      ([1, 2] as const).flatMap((half) =>
        teams(event.parts, problem.inspectors).map((inspectors) => ({ day, half, inspectors })),
      ),
    ),
  );
  const placed = new Map<string, Placement>();
  const visit = (index: number): void => {
    if (index === problem.events.length) {
      const unplaced = problem.events.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
      if (checkWeek(problem, { placed, unplaced, travelHours: 0, cost: 0 }).length > 0) return;
      const state = new WeekState(problem);
      problem.events.forEach(({ id }, event) => void (placed.has(id) && state.put(event, placed.get(id)!)));
      best = Math.min(best, state.cost());
      return;
    }
    visit(index + 1);
    for (const placement of placements[index]!) {
      placed.set(problem.events[index]!.id, placement);
      visit(index + 1);
      placed.delete(problem.events[index]!.id);
    }
  };
  visit(0);
  return best;
}

function teams(parts: readonly EventPart[], inspectors: readonly WeekInspector[]): string[][][] {
  return parts.reduce<string[][][]>(
    (all, part) => {
      const own = inspectors.filter(({ officeId }) => officeId === part.officeId).map(({ code }) => code);
      const sets =
        part.inspectors === 1
          ? own.map((code) => [code])
          : own.flatMap((a, at) => own.slice(at + 1).map((b) => [a, b]));
      return all.flatMap((before) => sets.map((team) => [...before, team]));
    },
    [[]],
  );
}

describe(solveWeek.name, () => {
  it('breaks no rule that the checker knows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 14 }), (seed, events) => {
        const problem = aWeek(seed, events, 3);
        expect(checkWeek(problem, solveWeek(problem, { seed: 'spec', rebuilds: 60 }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the cheapest week there is, where all can be tried', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const problem = aWeek(seed, 2, 2);
      expect(solveWeek(problem, { seed: 'spec', rebuilds: 300 }).cost).toBeCloseTo(bruteForce(problem), 6);
    }
  });

  it('makes the week cheaper by rebuilding, and the same way each time', () => {
    const problem = aWeek(9, 30, 5);
    const [first, rebuilt, again] = [0, 1_500, 1_500].map((rebuilds) =>
      solveWeek(problem, { seed: 'spec', rebuilds }),
    );
    expect(rebuilt!.cost).toBeLessThan(first!.cost);
    expect(again).toEqual(rebuilt);
  });

  it('leaves what is agreed alone when somebody else falls ill', () => {
    const problem = aWeek(9, 30, 5);
    const { placed } = solveWeek(problem, { seed: 'spec', rebuilds: 1_500 });
    const ill = problem.inspectors[0]!.code;
    const later: WeekProblem = {
      ...problem,
      events: problem.events.map((event) => ({ ...event, agreed: placed.get(event.id) ?? null })),
      inspectors: problem.inspectors.filter(({ code }) => code !== ill),
    };
    const replanned = solveWeek(later, { seed: 'other', rebuilds: 1_500 });
    const unaffected = later.events.filter(({ agreed }) => agreed && !agreed.inspectors.flat().includes(ill));
    const changed = unaffected.filter((event) => {
      const placement = replanned.placed.get(event.id);
      return !placement || isMoved(event, placement) || replacedIn(event, placement) > 0;
    });
    expect(unaffected.length).toBeGreaterThan(10);
    expect(changed.length).toBeLessThanOrEqual(1);
  });

  it('solves offices that never meet apart', () => {
    const [one, other] = [aWeek(1, 5, 2), aWeek(2, 5, 2)];
    const renamed = JSON.parse(
      JSON.stringify(other)
        .replace(/"(st|at|stps)(\d*)"/g, '"other $1$2"')
        .replace(/"e(\d)"/g, '"f$1"'),
    ) as WeekProblem;
    const groups = independentWeeks({
      ...one,
      events: [...one.events, ...renamed.events],
      inspectors: [...one.inspectors, ...renamed.inspectors],
    });
    const officesOf = (problem: WeekProblem): Set<string> =>
      new Set(problem.inspectors.map(({ officeId }) => officeId));
    expect(groups.reduce((sum, { events }) => sum + events.length, 0)).toBe(10);
    for (const group of groups) expect(officesOf(group).size).toBeGreaterThan(0);
    const all = groups.flatMap((group) => [...officesOf(group)]);
    expect(new Set(all).size).toBe(all.length);
  });
});
