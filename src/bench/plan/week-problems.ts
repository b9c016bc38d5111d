import {
  WEEK_WEIGHTS,
  type EventPart,
  type VisitEvent,
  type WeekInspector,
  type WeekProblem,
} from '../../domain/planning/days/week-problem.js';
import type { YearPlan } from '../../domain/planning/stage-one/year-plan.js';
import { NO_DEADLINE } from '../../domain/planning/stage-one/year-problem.js';
import { seededRandom } from '../../domain/shared/seeded-random.js';

const WEEKS = 6;
/** Hours of planned visits that one inspector has in a week, of 37. */
const VISIT_HOURS = 33;
const HOURS_PER_WEEK = 37;
const REGION_OF_OFFICE = [0, 1, 2, 3, 4, 0, 2, 3, 0, 2, 3];
const CENTRES = [
  { x: 320, y: 60 },
  { x: 280, y: 30 },
  { x: 120, y: 40 },
  { x: 130, y: 130 },
  { x: 150, y: 210 },
];
const REACH = 45;

/** The next six weeks of a plan of the fixed instance, with invented positions and inspectors. */
export function weekProblems(plan: YearPlan, seed: number): WeekProblem[] {
  const { problem } = plan;
  const random = seededRandom(seed * 31 + 7);
  const around = (region: number) => ({
    x: CENTRES[region]!.x + REACH * (2 * random() - 1),
    y: CENTRES[region]!.y + REACH * (2 * random() - 1),
  });
  const positions = Array.from({ length: problem.facilities }, (_, facility) => {
    const office = problem.officeOfClass[problem.slotClass[problem.firstSlot[facility]!]!]!;
    return around(REGION_OF_OFFICE[office]!);
  });
  const inspectors = inspectorsOf(plan, around, random);
  return Array.from({ length: WEEKS }, (_, bucket) => ({
    weights: WEEK_WEIGHTS,
    inspectors,
    events: eventsOf(plan, bucket, positions),
  }));
}

function eventsOf(plan: YearPlan, bucket: number, positions: readonly VisitEvent['at'][]): VisitEvent[] {
  const { problem, bucketOf, togetherOf } = plan;
  const events: VisitEvent[] = [];
  for (let facility = 0; facility < problem.facilities; facility += 1) {
    const first = problem.firstSlot[facility]!;
    const slots: number[] = [];
    for (let slot = first; slot < problem.firstSlot[facility + 1]!; slot += 1)
      if (bucketOf[slot] === bucket) slots.push(slot);
    for (const [mask, own] of Map.groupBy(slots, (slot) => togetherOf[slot]!)) {
      events.push({
        id: `${facility}/${mask}`,
        at: positions[facility]!,
        days: [0, 1, 2, 3, 4],
        isMandatory: own.some((slot) => problem.deadline[slot] !== NO_DEADLINE),
        agreed: null,
        parts: own.map((slot) => partOf(plan, slot)),
      });
    }
  }
  return events;
}

function partOf(plan: YearPlan, slot: number): EventPart {
  const { problem } = plan;
  const hoursClass = problem.slotClass[slot]!;
  const office = problem.officeOfClass[hoursClass]!;
  const isWholeDay = office < 5;
  const inspectors = isWholeDay ? 2 : 1;
  const hoursAtPlace = isWholeDay ? 6 : 3.5;
  // Travel is counted by the roads themselves.
  const beside = Math.max(0, (plan.hoursOf(slot) - 2) / inspectors - hoursAtPlace);
  return {
    officeId: `office ${office}`,
    inspectors,
    isWholeDay,
    hoursAtPlace,
    hoursBeside: beside,
    competence: hoursClass % 2 === 1 ? 'competence' : null,
  };
}

function inspectorsOf(
  plan: YearPlan,
  around: (region: number) => VisitEvent['at'],
  random: () => number,
): WeekInspector[] {
  const { problem } = plan;
  return Array.from({ length: problem.offices }, (_, office) => office).flatMap((office) => {
    let hours = 0;
    let competent = 0;
    for (let bucket = 0; bucket < WEEKS; bucket += 1) {
      hours = Math.max(hours, problem.rowHours[2 * office * problem.buckets + bucket]!);
      competent = Math.max(competent, problem.rowHours[(2 * office + 1) * problem.buckets + bucket]!);
    }
    const count = Math.max(2, Math.ceil(hours / VISIT_HOURS));
    const holders = Math.max(1, Math.ceil((competent / hours) * count));
    return Array.from({ length: count }, (_, index): WeekInspector => ({
      code: `${office}-${index}`,
      officeId: `office ${office}`,
      competences: index < holders ? ['competence'] : [],
      start: around(REGION_OF_OFFICE[office]!),
      hours: HOURS_PER_WEEK,
      daysAtWork: random() < 0.1 ? [0, 1, 2, 3] : [0, 1, 2, 3, 4],
    }));
  });
}
