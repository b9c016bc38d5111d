import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { allocateJointVisits } from '../domain/planning/allocate-joint-visits.js';
import { checkPlan } from '../domain/planning/check-plan.js';
import { evaluatePlan, type PlanMeasures } from '../domain/planning/evaluate-plan.js';
import { fixedCadencePlan } from '../domain/planning/fixed-cadence.js';
import type { Plan } from '../domain/planning/plan.js';
import type { PlanningInstance } from '../domain/planning/planning-instance.js';
import { AUTHORITIES, type Authority } from '../domain/shared/authority.js';
import { addDays, mondayOf, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { buildInstance } from './build-instance.js';
import { ParameterTable } from './parameters.js';
import type { PlanningFacts } from './planning-facts.js';
import { PlanningRepository, type NewPlan } from './planning.repository.js';
import { storedRows } from './stored-rows.js';

const WEEKS = 52;

export interface PlanningReport {
  readonly startsOn: Day;
  readonly weeks: number;
  readonly facilities: number;
  readonly value: number;
  /** No plan of the same instance has a greater value. */
  readonly upperBound: number;
  readonly riskBased: PlanMeasures;
  readonly fixedCadence: PlanMeasures;
  readonly fixedCadenceUnlimited: PlanMeasures;
}

type Report = (progress: { phase: string; done: number; total: number }) => void;

/** Makes the joint plan of the next 52 weeks and the fixed cadence beside it, checks both, and stores them as drafts. */
@Injectable()
export class Planner {
  constructor(
    private readonly repository: PlanningRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Plans from the Monday after `today`. Throws CONFLICT while another planning runs, BAD_INPUT while nothing has been
   * scored; a plan that breaks a hard rule is never stored.
   */
  async makePlans(today: Day, seed: string, onProgress: Report): Promise<PlanningReport> {
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      if (!(await this.repository.lockPlanning())) {
        throw new ExpectedError('CONFLICT', 'Another planning is running; wait until it has ended.');
      }
      onProgress({ phase: 'planning', done: 0, total: 3 });
      const startsOn = addDays(mondayOf(today), 7);
      const facts = await this.repository.planningFacts(startsOn, addDays(startsOn, 7 * WEEKS - 1));
      if (!facts)
        throw new ExpectedError('BAD_INPUT', 'There is nothing to plan by: score the places first.');
      const instance = buildInstance(facts, startsOn, WEEKS);
      const { plan, value, upperBound } = allocateJointVisits(instance, { seed });
      onProgress({ phase: 'planning', done: 1, total: 3 });
      const intervalDays = cadence(facts);
      const fixed = fixedCadencePlan(instance, { intervalDays, keepsHours: true, seed });
      const unlimited = fixedCadencePlan(instance, { intervalDays, keepsHours: false, seed });
      assertKeepsRules(instance, plan);
      onProgress({ phase: 'planning', done: 2, total: 3 });
      const planningRunId = randomUUID();
      const common = {
        planningRunId,
        riskRunId: facts.riskRunId,
        horizonFrom: startsOn,
        horizonWeeks: WEEKS,
        seed,
      };
      const riskBased = evaluatePlan(instance, plan);
      const fixedCadence = evaluatePlan(instance, fixed);
      const stored: NewPlan[] = [
        {
          ...common,
          kind: 'FIXED_CADENCE',
          measures: fixedCadence,
          value: null,
          upperBound: null,
          ...storedRows(instance, fixed),
        },
        {
          ...common,
          kind: 'RISK_BASED',
          measures: riskBased,
          value,
          upperBound,
          ...storedRows(instance, plan),
        },
      ];
      for (const each of stored) await this.repository.storePlan(each);
      await this.transactions.refreshStatistics();
      onProgress({ phase: 'planning', done: 3, total: 3 });
      return {
        startsOn,
        weeks: WEEKS,
        facilities: instance.facilities.length,
        value,
        upperBound,
        riskBased,
        fixedCadence,
        fixedCadenceUnlimited: evaluatePlan(instance, unlimited),
      };
    });
  }
}

function cadence(facts: PlanningFacts): Record<Authority, number> {
  const parameters = new ParameterTable(facts.parameters);
  const days = AUTHORITIES.map((authority) => [authority, parameters.value('FIXED_CADENCE_DAYS', authority)]);
  return Object.fromEntries(days) as Record<Authority, number>;
}

function assertKeepsRules(instance: PlanningInstance, plan: Plan): void {
  const violations = checkPlan(instance, plan);
  if (violations.length === 0) return;
  const first = violations.slice(0, 5).map((violation) => `${violation.rule}: ${violation.detail}`);
  throw new Error(`The plan breaks ${violations.length} hard rules and was not stored:\n${first.join('\n')}`);
}
