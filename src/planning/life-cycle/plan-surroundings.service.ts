import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { ChangeSurroundings } from '../../domain/planning/changing/consequences.js';
import type { Changer, PlacedPart } from '../../domain/planning/changing/visit-change.js';
import { addDays, type Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../../domain/shared/identity.js';
import { boundInstance } from '../bound-instance.js';
import { withLongestWaits } from '../urgent-instance.js';
import type { PlanningFacts } from '../planning-facts.js';
import { PlanningRepository } from '../planning.repository.js';
import type { KeptPlan } from './kept-plan.js';
import { PlanKeepingRepository } from './plan-keeping.repository.js';

/**
 * What a change by hand is weighed against. It is read as the service: the hours of another authority's office count,
 * although its inspectors are for that authority alone. What leaves here is sums and codes.
 */
@Injectable()
export class PlanSurroundings {
  constructor(
    private readonly planning: PlanningRepository,
    private readonly keeping: PlanKeepingRepository,
    private readonly transactions: Transactions,
  ) {}

  async around(
    plan: KeptPlan,
    facilityId: string,
    parts: readonly PlacedPart[],
    by: Changer,
    today: Day,
  ): Promise<ChangeSurroundings> {
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      const of = async (facilityIds: readonly string[]): Promise<PlanningFacts> => {
        const until = addDays(plan.horizonFrom, 7 * plan.horizonWeeks - 1);
        const facts = await this.planning.planningFacts(plan.horizonFrom, until, facilityIds);
        if (!facts)
          throw new ExpectedError('BAD_INPUT', 'There is nothing to plan by: score the places first.');
        return facts;
      };
      const ofPlace = await of([facilityId]);
      const own = ofPlace.places.find(({ responsibleUnit }) => responsibleUnit === by.unit);
      const offices = parts.map(({ responsibleUnit, office }) => ({ responsibleUnit, office }));
      if (own?.office) offices.push({ responsibleUnit: by.unit, office: own.office });
      const visits = await this.keeping.visitsAround(plan.id, facilityId, offices);
      const facts = await of([...new Set([facilityId, ...visits.map((visit) => visit.facilityId)])]);
      return {
        instance: withLongestWaits(boundInstance(facts, plan.horizonFrom, plan.horizonWeeks), facts),
        visits,
        inspectors: facts.inspectors,
        leave: facts.leave,
        holidays: facts.holidays,
        noticeRules: facts.policy,
        today,
      };
    });
  }
}
