import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { LARGEST_PAGE } from '../../graphql/pagination.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { PlanningJobs } from '../jobs/planning-jobs.service.js';
import { PLAN_KEEPERS } from '../life-cycle/plan-keeper.js';
import { PlanComparisons } from '../life-cycle/plan-comparisons.service.js';
import {
  PlanDifference,
  PlanningJob,
  StartPlanningInput,
  type PlanningBudgetsInput,
} from './planning-job.type.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_PASSES = 100_000;
const LONGEST_SEED = 200;

@Resolver(() => PlanningJob)
export class PlanningJobsResolver {
  constructor(
    private readonly jobs: PlanningJobs,
    private readonly comparisons: PlanComparisons,
  ) {}

  @Mutation(() => PlanningJob, {
    description: 'Starts a planning in the background; watch it with planningJob.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async startPlanning(
    @Args('input', { nullable: true, type: () => StartPlanningInput }) input: StartPlanningInput | undefined,
    @Context() { identity }: RequestContext,
  ): Promise<PlanningJob> {
    const basedOn = input?.basedOn ?? null;
    if (basedOn !== null && !UUID.test(basedOn))
      throw new ExpectedError('NOT_FOUND', 'There is no such plan.');
    if (input?.budgets) assertBudgets(input.budgets);
    if (input?.seed && input.seed.length > LONGEST_SEED) {
      throw new ExpectedError('BAD_INPUT', `seed is longer than ${LONGEST_SEED} characters.`);
    }
    const id = await this.jobs.start(
      { basedOn, seed: input?.seed ?? undefined, budgets: input?.budgets ?? undefined },
      identity!,
      dayInDenmark(new Date()),
    );
    const job = await this.jobs.find(id);
    if (!job) throw new Error(`The planning ${id} started but cannot be found.`);
    return job;
  }

  @Mutation(() => PlanningJob, { description: 'Stops a planning within a second.' })
  @AllowRoles(...PLAN_KEEPERS)
  async cancelPlanning(@Args('id', { type: () => ID }) id: string): Promise<PlanningJob> {
    if (!UUID.test(id)) throw new ExpectedError('NOT_FOUND', 'No planning with this id is running.');
    await this.jobs.cancel(id);
    return (await this.jobs.find(id))!;
  }

  @Query(() => PlanningJob, { nullable: true, description: 'One planning, while it runs and afterwards.' })
  @AllowRoles(...STAFF_ROLES)
  async planningJob(@Args('id', { type: () => ID }) id: string): Promise<PlanningJob | null> {
    return (UUID.test(id) ? await this.jobs.find(id) : undefined) ?? null;
  }

  @Query(() => [PlanningJob], { description: 'The latest plannings, newest first.' })
  @AllowRoles(...STAFF_ROLES)
  async planningJobs(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<PlanningJob[]> {
    if (first < 1 || first > LARGEST_PAGE) {
      throw new ExpectedError('BAD_INPUT', `first is ${first}; it must be from 1 to ${LARGEST_PAGE}.`);
    }
    return this.jobs.latest(first);
  }

  @Query(() => [PlanDifference], {
    description: 'What was moved, joined, added or dropped from one plan to another.',
  })
  @AllowRoles(...STAFF_ROLES)
  async planDifferences(
    @Args('from', { type: () => ID }) from: string,
    @Args('to', { type: () => ID }) to: string,
  ): Promise<PlanDifference[]> {
    return UUID.test(from) && UUID.test(to) ? this.comparisons.differences(from, to) : [];
  }
}

function assertBudgets(budgets: PlanningBudgetsInput): void {
  for (const [field, value] of Object.entries(budgets) as [string, number][]) {
    if (value >= 0 && value <= MOST_PASSES) continue;
    throw new ExpectedError(
      'BAD_INPUT',
      `budgets.${field} is ${value}; it must be from 0 to ${MOST_PASSES}.`,
    );
  }
}
