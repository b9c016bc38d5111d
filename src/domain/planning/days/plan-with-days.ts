import type { DayInputs } from './day-inputs.js';
import { placeDays, type PlacedDays } from './place-days.js';
import type { PlannedDay } from './planned-day.js';
import type { HoursCut, PlanningInstance } from '../planning-instance.js';
import type { Plan } from '../plan.js';
import { solveStageOne, valueOfPlan, type StageOneResult } from '../solve-stage-one.js';
import type { StageOneOptions } from '../stage-one-options.js';

/** How often stage one is asked for another week for what found no day. */
const MOST_ROUNDS = 3;
const DAY_REBUILDS = 1_500;
/** A few visits change weeks; everything else stays where it is. */
const MOVING = { samplePasses: 0, pricePasses: 40, searchPasses: 3 };
const MOST_MOVING_REBUILDS = 20_000;

export interface PlanWithDays {
  /** The instance with the hours that turned out not to be there. */
  readonly instance: PlanningInstance;
  readonly solved: StageOneResult;
  readonly placed: PlacedDays;
  /** How often stage one planned. */
  readonly rounds: number;
}

/**
 * Plans the year, then days and persons for its first weeks. What finds no day or nobody to come goes back as a cut of
 * its office's hours, and the year is planned again with everything else held, until nothing is left over or three
 * rounds are through. The bound of the first round holds for all: a cut only takes hours away.
 */
export function planWithDays(
  instance: PlanningInstance,
  inputs: DayInputs,
  options: StageOneOptions,
  agreed: ReadonlyMap<string, PlannedDay>,
): PlanWithDays {
  const first = solveStageOne(instance, options);
  const { value: found, gap: firstGap, upperBound } = first;
  options.onProgress?.({ phase: 'DAYS', done: 0, total: 1, upperBound, value: found, gap: firstGap });
  const days = (plan: Plan, kept: ReadonlyMap<string, PlannedDay>): PlacedDays =>
    placeDays(instance, inputs, plan, {
      seed: options.seed,
      rebuilds: DAY_REBUILDS,
      agreed: kept,
      ...(options.isCancelled && { isCancelled: options.isCancelled }),
    });
  let best: PlanWithDays = { instance, solved: first, placed: days(first.plan, agreed), rounds: 1 };
  let { placed, solved } = best;
  let cuts = instance.hoursCuts;
  for (let round = 2; round <= MOST_ROUNDS && placed.unplaced.length > 0; round += 1) {
    if (options.isCancelled?.()) break;
    cuts = [...cuts, ...cutsOf(instance, cuts, solved.plan, placed.unplaced)];
    const cut = { ...instance, hoursCuts: cuts };
    const { value, gap } = solved;
    const { plan } = solveStageOne(held(cut, solved.plan), {
      seed: options.seed,
      ...(options.isCancelled && { isCancelled: options.isCancelled }),
      onProgress: ({ done, total }) =>
        options.onProgress?.({ phase: 'DAYS', done, total, upperBound: first.upperBound, value, gap }),
      budgets: { ...MOVING, rebuilds: Math.min(MOST_MOVING_REBUILDS, options.budgets.rebuilds) },
    });
    solved = { ...first, plan, ...valueOfPlan(cut, plan, first) };
    placed = days(plan, new Map(placed.days.map((day) => [day.visitDayKey, day])));
    if (placed.unplaced.length < best.placed.unplaced.length)
      best = { instance: cut, solved, placed, rounds: round };
  }
  return best;
}

/** The week of an office has no more hours than those who found a day need. */
function cutsOf(
  { offices }: PlanningInstance,
  cuts: readonly HoursCut[],
  plan: Plan,
  unplaced: readonly string[],
): HoursCut[] {
  const left = new Set(unplaced);
  const weeks = new Map<string, { officeId: string; week: number; kept: number }>();
  for (const { visitDayKey, officeId, week } of plan.visits)
    if (left.has(visitDayKey)) weeks.set(`${officeId} ${week}`, { officeId, week, kept: 0 });
  for (const { visitDayKey, officeId, week, hours } of plan.visits) {
    const own = weeks.get(`${officeId} ${week}`);
    if (own && !left.has(visitDayKey)) own.kept += hours;
  }
  return [...weeks.values()].flatMap(({ officeId, week, kept }) => {
    const office = offices.find(({ id }) => id === officeId);
    const has = (office?.groups ?? []).reduce((sum, { weeklyHours }) => sum + (weeklyHours[week] ?? 0), 0);
    const gone = cuts.reduce(
      (sum, cut) => sum + (cut.officeId === officeId && cut.week === week ? cut.hours : 0),
      0,
    );
    const hours = has - gone - kept;
    return hours > 0 ? [{ officeId, week, hours }] : [];
  });
}

/** Every visit wants to stay in its week. */
function held(instance: PlanningInstance, plan: Plan): PlanningInstance {
  const weeks = new Map(
    plan.visits.map(({ facilityId, responsibleUnit, slot, week }) => [
      `${facilityId} ${responsibleUnit} ${slot}`,
      week,
    ]),
  );
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => ({
        ...part,
        slots: part.slots.map((slot, index) => ({
          ...slot,
          committedWeek: weeks.get(`${facility.id} ${part.responsibleUnit} ${index}`) ?? null,
        })),
      })),
    })),
  };
}
