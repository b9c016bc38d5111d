import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark, type Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { RiskService } from '../risk.service.js';
import { FacilityScore, LoweringChange, RescoreInput, RiskBand, RiskRun } from './facility-score.type.js';
import { shownChanges } from './shown-changes.js';
import { shownScore } from './shown-score.js';

type RiskBands = Awaited<ReturnType<RiskService['bands']>>;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => Facility)
export class FacilityScoreResolver {
  constructor(private readonly service: RiskService) {}

  @ResolveField(() => FacilityScore, {
    nullable: true,
    description: 'The score of the latest scoring; null where there is none, or none that may be seen.',
  })
  async score(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<FacilityScore | null> {
    const score = await context.loaders.load('Facility.score', facility.id, undefined, (ids) =>
      this.service.currentScores(ids),
    );
    return score ? shownScore(score) : null;
  }
}

@Resolver(() => FacilityScore)
export class LoweringChangesResolver {
  constructor(private readonly service: RiskService) {}

  @ResolveField(() => [LoweringChange], {
    nullable: true,
    description:
      'What the place can do that would lower its score, the greatest effect first; null where the models that are kept do not give its points.',
  })
  async loweringChanges(
    @Parent() { facilityId }: FacilityScore,
    @Context() { loaders }: RequestContext,
  ): Promise<LoweringChange[] | null> {
    const score = await loaders.load('Facility.score', facilityId, undefined, (ids) =>
      this.service.currentScores(ids),
    );
    if (!score) return null;
    const ids = score.authorities.flatMap(({ modelId }) => modelId ?? []);
    const models = await Promise.all(
      ids.map((id) =>
        loaders.load('FacilityScore.models', id, undefined, (all) => this.service.modelsById(all)),
      ),
    );
    const bands = await loaders.load<RiskBands>('FacilityScore.bands', score.asOf, [], (days) =>
      this.service.bandsOf(days as Day[]),
    );
    const kept = models.filter((model) => model !== undefined);
    return shownChanges(score, kept, bands) ?? null;
  }
}

@Resolver(() => RiskRun)
export class RiskResolver {
  constructor(private readonly service: RiskService) {}

  @Mutation(() => RiskRun, {
    description: 'Trains and scores all places anew in the background; watch it with riskRun.',
  })
  @AllowRoles('MODEL_OWNER', 'AUTHORITY_MANAGER')
  async rescore(
    @Args('input', { nullable: true, type: () => RescoreInput }) input: RescoreInput | undefined,
    @Context() context: RequestContext,
  ): Promise<RiskRun> {
    const id = await this.service.startScoring(
      context.identity?.person ?? 'unknown',
      input?.asOf ?? undefined,
    );
    const run = await this.service.findRun(id);
    if (!run) throw new Error(`The scoring ${id} started but cannot be found.`);
    return run;
  }

  @Mutation(() => RiskRun, {
    description: 'Stops a running scoring within a second; nothing of it is stored.',
  })
  @AllowRoles('MODEL_OWNER', 'AUTHORITY_MANAGER')
  async cancelRescore(@Args('id', { type: () => ID }) id: string): Promise<RiskRun> {
    if (!UUID.test(id)) throw new ExpectedError('NOT_FOUND', 'No scoring with this id is running.');
    await this.service.cancelScoring(id);
    const run = await this.service.findRun(id);
    if (!run) throw new Error(`The scoring ${id} was stopped but cannot be found.`);
    return run;
  }

  @Query(() => RiskRun, { nullable: true, description: 'One scoring, while it runs and afterwards.' })
  @AllowRoles(...STAFF_ROLES)
  async riskRun(@Args('id', { type: () => ID }) id: string): Promise<RiskRun | null> {
    return (UUID.test(id) ? await this.service.findRun(id) : undefined) ?? null;
  }

  @Query(() => [RiskBand], { description: 'The bands in force today, lowest first.' })
  @AllowRoles(...STAFF_ROLES)
  async riskBands(): Promise<RiskBand[]> {
    const bands = await this.service.bands(dayInDenmark(new Date()));
    return bands.map(({ confirmed, ...band }) => ({ ...band, isConfirmed: confirmed }));
  }
}
