import { PLAN_RULES, type PlanRule } from './violation.js';
import { checkPlan } from '../check-plan.js';
import type { Plan, PlannedVisit } from '../plan.js';
import type { AuthorityPart, PlanningFacility, PlanningInstance } from '../planning-instance.js';
import { randomInstance } from '../random-instance.factory.js';
import { solveStageOne } from '../solve-stage-one.js';

interface Planted {
  readonly instance: PlanningInstance;
  readonly plan: Plan;
}

const BUDGETS = { samplePasses: 0, pricePasses: 15, searchPasses: 3, rebuilds: 30 };

function changed(planted: Planted, index: number, over: Partial<PlannedVisit>): Planted {
  const { plan, instance } = planted;
  return {
    instance,
    plan: { ...plan, visits: plan.visits.map((visit, at) => (at === index ? { ...visit, ...over } : visit)) },
  };
}

function withFacility(
  { instance, plan }: Planted,
  id: string,
  change: (facility: PlanningFacility) => PlanningFacility,
): Planted {
  const facilities = instance.facilities.map((facility) =>
    facility.id === id ? change(facility) : facility,
  );
  return { plan, instance: { ...instance, facilities } };
}

function withPart(planted: Planted, visit: PlannedVisit, over: Partial<AuthorityPart>): Planted {
  return withFacility(planted, visit.facilityId, (facility) => ({
    ...facility,
    parts: facility.parts.map((part) =>
      part.responsibleUnit === visit.responsibleUnit ? { ...part, ...over } : part,
    ),
  }));
}

function withOffice(
  planted: Planted,
  visit: PlannedVisit,
  hours: (week: number, old: number) => number,
  competences?: string[],
): Planted {
  return {
    plan: planted.plan,
    instance: {
      ...planted.instance,
      offices: planted.instance.offices.map((office) =>
        office.id !== visit.officeId
          ? office
          : {
              ...office,
              groups: office.groups.map((group) => ({
                ...group,
                ...(competences && { competences }),
                weeklyHours: group.weeklyHours.map((old, week) => hours(week, old)),
              })),
            },
      ),
    },
  };
}

function alone({ plan }: Planted): number[] {
  return plan.visits.flatMap((visit, index) =>
    plan.visits.some((other) => other !== visit && other.facilityId === visit.facilityId) ? [] : [index],
  );
}

function joint({ plan }: Planted): number[] {
  return plan.visits.flatMap((visit, index) =>
    plan.visits.some((other) => other !== visit && other.visitDayKey === visit.visitDayKey) ? [index] : [],
  );
}

/** DAYS is broken by days and persons, which a plan of the year alone does not have; days/plan-with-days.spec.ts plants it. */
type YearRule = Exclude<PlanRule, 'DAYS'>;

/** One way to break each rule, planted in a plan that breaks none; undefined where the plan has no place for it. */
const PLANTS: Record<YearRule, (sound: Planted) => Planted | undefined> = {
  HORIZON: (sound) => changed(sound, 0, { week: sound.instance.weeks }),
  KNOWN_SLOT: (sound) => changed(sound, 0, { slot: 7 }),
  ONE_VISIT_PER_SLOT: ({ instance, plan }) => ({
    instance,
    plan: { ...plan, visits: [...plan.visits, { ...plan.visits[0]!, visitDayKey: 'again' }] },
  }),
  ACCOUNTED: ({ instance, plan }) => ({ instance, plan: { ...plan, visits: plan.visits.slice(1) } }),
  PIN: (sound) => {
    const visit = sound.plan.visits[0]!;
    const part = partOf(sound, visit);
    const slots = part.slots.map((slot, index) =>
      index === visit.slot ? { ...slot, pinnedWeek: (visit.week + 1) % sound.instance.weeks } : slot,
    );
    return withPart(sound, visit, { slots });
  },
  VETO: (sound) => {
    const visit = sound.plan.visits[0]!;
    return withFacility(sound, visit.facilityId, (facility) => ({ ...facility, vetoedWeeks: [visit.week] }));
  },
  WINDOW: (sound) => {
    const visit = sound.plan.visits.find((each) => partOf(sound, each).slots[each.slot]!.pinnedWeek === null);
    if (!visit) return undefined;
    const earliest = '2099-01-01' as never;
    const slots = partOf(sound, visit).slots.map((slot) => ({
      ...slot,
      window: { ...slot.window, earliest },
    }));
    return withPart(sound, visit, { slots });
  },
  MIN_INTERVAL: (sound) => {
    const visit = sound.plan.visits[0]!;
    return withPart(sound, visit, { lastVisitOn: sound.instance.startsOn, minIntervalDays: 7 * 60 });
  },
  SPACING: (sound) => {
    const visit = sound.plan.visits.find((each) =>
      sound.plan.visits.some(
        (other) => other.facilityId === each.facilityId && other.visitDayKey !== each.visitDayKey,
      ),
    );
    return (
      visit && withFacility(sound, visit.facilityId, (facility) => ({ ...facility, weeksBetweenVisits: 60 }))
    );
  },
  JOINT: (sound) => {
    const [index] = joint(sound);
    return index === undefined
      ? undefined
      : changed(sound, index, { week: (sound.plan.visits[index]!.week + 1) % sound.instance.weeks });
  },
  MAX_AUTHORITIES: (sound) => {
    const [index] = joint(sound);
    if (index === undefined) return undefined;
    const { facilityId } = sound.plan.visits[index]!;
    return withFacility(sound, facilityId, (facility) => ({ ...facility, maxAuthoritiesPerVisit: 1 }));
  },
  HOURS: (sound) => changed(sound, 0, { hours: sound.plan.visits[0]!.hours - 0.5 }),
  OFFICE_CLOSED: (sound) => {
    const visit = sound.plan.visits[0]!;
    return withOffice(sound, visit, (week, old) => (week === visit.week ? 0 : old));
  },
  CAPACITY: (sound) => {
    const [index] = alone(sound);
    const visit = sound.plan.visits[index ?? 0]!;
    return withOffice(sound, visit, () => 0.01);
  },
  COMPETENCE: (sound) => {
    const visit = sound.plan.visits.find((each) => partOf(sound, each).competence !== null);
    return visit && withOffice(sound, visit, (_, old) => old + 1_000, []);
  },
};

function partOf({ instance }: Planted, visit: PlannedVisit): AuthorityPart {
  return instance.facilities
    .find(({ id }) => id === visit.facilityId)!
    .parts.find((part) => part.responsibleUnit === visit.responsibleUnit)!;
}

/** Pins of the random instance contradict rules on purpose. */
function withoutPins(instance: PlanningInstance): PlanningInstance {
  return {
    ...instance,
    facilities: instance.facilities.map((facility) => ({
      ...facility,
      parts: facility.parts.map((part) => ({
        ...part,
        slots: part.slots.map((slot) => ({ ...slot, pinnedWeek: null })),
      })),
    })),
  };
}

function broken({ instance, plan }: Planted): Set<PlanRule> {
  return new Set(checkPlan(instance, plan).map(({ rule }) => rule));
}

describe('a violation planted in a real plan', () => {
  const sound = Array.from({ length: 12 }, (_, index) => {
    const instance = withoutPins(randomInstance(500 + index, 12, 1.5));
    return { instance, plan: solveStageOne(instance, { seed: 'spec', budgets: BUDGETS }).plan };
  }).filter((each) => broken(each).size === 0 && each.plan.visits.length > 3);

  it('needs plans that break nothing', () => {
    expect(sound.length).toBeGreaterThanOrEqual(3);
  });

  it.each(PLAN_RULES.filter((rule): rule is YearRule => rule !== 'DAYS'))('is found: %s', (rule) => {
    const planted = sound.flatMap((each) => PLANTS[rule](each) ?? []);
    expect(planted.length).toBeGreaterThan(0);
    for (const each of planted) expect(broken(each)).toContain(rule);
  });
});
