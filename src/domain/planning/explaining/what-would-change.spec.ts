import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from '../planning-instance.factory.js';
import type { Plan, SlotKey } from '../plan.js';
import type { PlanningInstance } from '../planning-instance.js';
import { deadlineWeek } from '../planning-weeks.js';
import { randomInstance } from '../random-instance.factory.js';
import { solveStageOne } from '../solve-stage-one.js';
import { heldTo } from './changed-instance.js';
import { whatWouldChange } from './what-would-change.js';

const OPTIONS = {
  seed: 'spec',
  budgets: { samplePasses: 0, pricePasses: 12, searchPasses: 2, rebuilds: 20 },
};

function dueAndMissing(instance: PlanningInstance, plan: Plan): SlotKey[] {
  return plan.unplanned.filter(({ facilityId, responsibleUnit, slot, reason }) => {
    const part = instance.facilities
      .find(({ id }) => id === facilityId)!
      .parts.find((each) => each.responsibleUnit === responsibleUnit)!;
    return deadlineWeek(instance, part.slots[slot]!) !== undefined && reason.code !== 'NOT_DUE';
  });
}

describe(whatWouldChange.name, () => {
  it('finds something that works for 95 of 100 due visits that are missing', () => {
    let due = 0;
    let answered = 0;
    for (let seed = 1; due < 20 && seed < 40; seed += 1) {
      const instance = randomInstance(seed, 8, 0.4);
      const { plan } = solveStageOne(instance, OPTIONS);
      for (const key of dueAndMissing(instance, plan).slice(0, 3)) {
        due += 1;
        if (whatWouldChange(instance, plan, key, OPTIONS).length > 0) answered += 1;
      }
    }
    expect(due).toBeGreaterThanOrEqual(20);
    expect(answered / due).toBeGreaterThanOrEqual(0.95);
  });

  it('names hours, score and who gives way where two places want one visit', () => {
    const places = ['chosen', 'left'].map((id, index) =>
      aFacility(id, [
        aPart('STPS', {
          probability12Months: index === 0 ? 0.4 : 0.3,
          slots: [aSlot({ window: { earliest: monday(0), latest: monday(12) } })],
        }),
      ]),
    );
    const instance = anInstance(places, {
      offices: [anOffice('STPS', [aGroup(12, 1)])],
      capacityPeriods: [12],
    });
    const { plan } = solveStageOne(instance, OPTIONS);
    const [left] = plan.unplanned;
    const found = whatWouldChange(instance, plan, left!, OPTIONS);

    expect(plan.visits).toHaveLength(1);
    expect(found.map(({ kind }) => kind)).toContain('HOURS');
    expect(found.find(({ kind }) => kind === 'PIN')).toMatchObject({
      givesWay: [{ facilityId: plan.visits[0]!.facilityId, responsibleUnit: 'STPS', slot: 0 }],
    });
  });

  it('leaves a plan as it is when nothing is changed', () => {
    const instance = randomInstance(4, 12);
    const { plan } = solveStageOne(instance, OPTIONS);
    const again = solveStageOne(heldTo(instance, plan), OPTIONS).plan;
    const weeks = new Map(
      again.visits.map((visit) => [`${visit.facilityId}/${visit.responsibleUnit}/${visit.slot}`, visit.week]),
    );
    const kept = plan.visits.filter(
      (visit) => weeks.get(`${visit.facilityId}/${visit.responsibleUnit}/${visit.slot}`) === visit.week,
    );
    expect(kept.length / plan.visits.length).toBeGreaterThan(0.9);
  });
});
