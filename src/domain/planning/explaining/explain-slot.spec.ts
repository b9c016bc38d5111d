import { heldTo } from './changed-instance.js';
import { explainSlot, net } from './explain-slot.js';
import { groundOf } from './plan-ground.js';
import { reasonHolds } from './reason-holds.js';
import { isPlanned, whatIf } from './what-would-change.js';
import type { Plan, PlannedVisit, UnplannedReason } from '../plan.js';
import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from '../planning-instance.factory.js';
import type { PlanningInstance } from '../planning-instance.js';
import { randomInstance } from '../random-instance.factory.js';
import { solveStageOne } from '../solve-stage-one.js';

const BUDGETS = { samplePasses: 0, pricePasses: 60, searchPasses: 3, rebuilds: 200 };
const OPTIONS = { seed: 'spec', budgets: BUDGETS };

/** Two places of which the office's hours allow one. */
function rivals(over: Parameters<typeof aPart>[1] = {}): PlanningInstance {
  const places = [0.5, 0.2].map((probability12Months, index) =>
    aFacility(`place-${index}`, [aPart('STPS', { probability12Months, ...over })]),
  );
  return anInstance(places, { offices: [anOffice('STPS', [aGroup(12, 1)])], capacityPeriods: [12] });
}

function told(instance: PlanningInstance, plan: Plan, facilityId: string) {
  return explainSlot(groundOf(instance, plan, 100), { facilityId, responsibleUnit: 'STPS', slot: 0 });
}

describe(explainSlot.name, () => {
  it('names the score that a place would need, and with it the place takes the other one’s hours', () => {
    const instance = rivals();
    const { plan } = solveStageOne(instance, OPTIONS);
    const missing = told(instance, plan, 'place-1');
    if (missing.isPlanned) throw new Error('The place with the lower risk was visited.');

    expect(missing.reason.code).toBe('LOW_VALUE');
    expect(missing.shortfall).toBeGreaterThan(0);
    expect(missing.neededProbability).toBeGreaterThan(0.2);
    const key = { facilityId: 'place-1', responsibleUnit: 'STPS', slot: 0 } as const;
    const change = { kind: 'SCORE', probability12Months: 0.9 } as const;
    expect(isPlanned(whatIf(instance, plan, key, change, OPTIONS).plan, key)).toBe(true);
  });

  it('weighs a visit that is planned: worth at least its hours where risk is the reason', () => {
    const instance = rivals();
    const { plan } = solveStageOne(instance, OPTIONS);
    const visit = told(instance, plan, 'place-0');
    if (!visit.isPlanned) throw new Error('The place with the higher risk was not visited.');

    expect(visit.reasons).toContain('RISK');
    expect(net(visit.balance)).toBeGreaterThanOrEqual(0);
    expect(visit.waitsFor).toEqual([]);
  });

  it('tells whom a visit waits for', () => {
    // The social inspectorate has hours in the last two weeks alone; STPS would come at once.
    const late = {
      ...aGroup(12, 0),
      weeklyHours: Array.from({ length: 12 }, (_, week) => (week > 9 ? 40 : 0)),
    };
    const place = aFacility('place-0', [
      aPart('SOCIALTILSYNET', { probability12Months: 0.9 }),
      aPart('STPS', { probability12Months: 0.9, lastVisitOn: monday(-150) }),
    ]);
    const instance = anInstance([place], {
      offices: [anOffice('SOCIALTILSYNET', [late]), anOffice('STPS', [aGroup(12, 40)])],
    });
    const day = { visitDayKey: 'together', week: 10, reasons: [], slot: 0, facilityId: 'place-0' } as const;
    const visits: PlannedVisit[] = place.parts.map((part) => ({ ...day, ...part, hours: 10 }));
    const visit = told(instance, { method: 'JOINT', visits, unplanned: [] }, 'place-0');

    expect(visit).toMatchObject({ isPlanned: true, week: 10, waitsFor: [place.parts[0]!.responsibleUnit] });
  });

  it('says that chance took the hours, where drawn visits hold them', () => {
    const slots = [aSlot({ window: { earliest: monday(0), latest: monday(11) } })];
    const instance = rivals({ slots });
    const drawn = {
      ...instance,
      facilities: instance.facilities.map((facility, index) =>
        index === 0
          ? {
              ...facility,
              parts: facility.parts.map((part) => ({
                ...part,
                slots: part.slots.map((slot) => ({ ...slot, pinnedWeek: 3, isDrawn: true })),
              })),
            }
          : facility,
      ),
    };
    const { plan } = solveStageOne(drawn, OPTIONS);

    expect(plan.unplanned.map(({ reason }) => reason.code)).toEqual(['DRAWN_VISITS']);
    expect(reasonHolds(drawn, plan, plan.unplanned[0]!, plan.unplanned[0]!.reason)).toBe(true);
  });

  it('has no gap below zero, whatever the plan', () => {
    for (const seed of [1, 2, 3]) {
      const instance = randomInstance(seed, 12, 0.5);
      const { plan } = solveStageOne(instance, OPTIONS);
      expect(groundOf(instance, plan, 60).gap).toBeGreaterThanOrEqual(0);
      expect(groundOf(heldTo(instance, plan), plan, 60).gap).toBeGreaterThanOrEqual(0);
    }
  });
});

describe(reasonHolds.name, () => {
  it('confirms what the planner says of missing visits, and refuses the same reasons for weeks with room', () => {
    let refused = 0;
    for (let seed = 1; seed < 8; seed += 1) {
      const instance = randomInstance(seed, 10, 0.4);
      const { plan } = solveStageOne(instance, OPTIONS);
      const roomy: PlanningInstance = {
        ...instance,
        offices: instance.offices.map((office) => ({
          ...office,
          groups: [...office.groups, { ...aGroup(instance.weeks, 1_000, ['misbrug', 'voksne', 'unge']) }],
        })),
      };
      for (const { reason, ...key } of plan.unplanned) {
        expect([reason.code, reasonHolds(instance, plan, key, reason)]).toEqual([reason.code, true]);
        if (reason.code !== 'NO_CAPACITY' && reason.code !== 'COMPETENCE') continue;
        expect(reasonHolds(roomy, plan, key, reason)).toBe(false);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(10);
  });

  it('does not believe a reason of another kind', () => {
    const instance = rivals();
    const { plan } = solveStageOne(instance, OPTIONS);
    const [missing] = plan.unplanned;
    const others: UnplannedReason[] = [
      { code: 'NOT_DUE' },
      { code: 'VETOED' },
      { code: 'TOO_NEAR_OTHER_VISIT', weeks: [3] },
      { code: 'WITHIN_GAP', officeId: 'STPS', weeks: [3] },
    ];
    const believed = others.filter((reason) => reasonHolds(instance, plan, missing!, reason));
    expect(believed).toEqual([]);
  });
});
