import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import type { PairedGain } from '../../domain/risk/evaluation/compare-methods.js';
import { versionInForce } from '../../domain/risk/registry/version-in-force.js';
import type { TrainedModel } from '../../domain/risk/train-models.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { checkedText } from '../../domain/shared/written-text.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { ModelRegistry } from '../model-registry.service.js';
import { RiskService } from '../risk.service.js';
import { VersionConsequencesService } from '../version-consequences.service.js';
import {
  ApproveModelsInput,
  AucGain,
  AuthorityModel,
  DecidedModels,
  ModelRegistryReport,
  VersionConsequences,
} from './model-registry.type.js';

@Resolver(() => ModelRegistryReport)
export class ModelRegistryResolver {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly risk: RiskService,
    private readonly consequences: VersionConsequencesService,
  ) {}

  @Query(() => ModelRegistryReport, { description: 'The registry of models, for those who answer for them.' })
  @AllowRoles('MODEL_OWNER')
  async modelRegistry(): Promise<ModelRegistryReport> {
    const { inForce, versions, decisions, alarms } = await this.registry.report();
    const rolledBack = inForce === null ? [] : [{ version: inForce, decision: 'ROLLED_BACK' as const }];
    return {
      inForce,
      afterRollback: versionInForce([...decisions, ...rolledBack]) ?? null,
      versions: [...versions].reverse().map(({ version, models }) => ({
        version,
        isInForce: version === inForce,
        models: models.map(shownModel),
      })),
      decisions: [...decisions].reverse(),
      alarms: [...alarms],
    };
  }

  @Query(() => [String], {
    description: 'The record of a version line by line; with `against`, the lines that differ from that one.',
  })
  @AllowRoles('MODEL_OWNER')
  async modelRecord(
    @Args('version', { type: () => Int }) version: number,
    @Args('against', { type: () => Int, nullable: true }) against: number | null,
  ): Promise<string[]> {
    return this.registry.record(version, against ?? undefined);
  }

  @Query(() => VersionConsequences, {
    description: 'Scores all places by a version without keeping anything, and tells what would change.',
  })
  @AllowRoles('MODEL_OWNER')
  async versionConsequences(
    @Args('version', { type: () => Int }) version: number,
  ): Promise<VersionConsequences> {
    const { bands, ...rest } = await this.consequences.of(version);
    return { ...rest, bands: [...bands] };
  }

  @Mutation(() => DecidedModels, {
    description: 'Takes a version into use in your name, and scores all places by it.',
  })
  @AllowRoles('MODEL_OWNER')
  async approveModels(
    @Args('input') { version, reason }: ApproveModelsInput,
    @Context() context: RequestContext,
  ): Promise<DecidedModels> {
    const by = nameOf(context);
    await this.registry.approve(version, checkedText('reason', reason), by);
    return { inForce: version, riskRunId: await this.scoreAgain(by) };
  }

  @Mutation(() => DecidedModels, {
    description:
      'Takes the version in force out of use in your name; the one approved before it scores again.',
  })
  @AllowRoles('MODEL_OWNER')
  async rollBackModels(
    @Args('reason', { description: '10-2000 characters, without person numbers.' }) reason: string,
    @Context() context: RequestContext,
  ): Promise<DecidedModels> {
    const by = nameOf(context);
    const { to } = await this.registry.rollBack(checkedText('reason', reason), by);
    return { inForce: to, riskRunId: await this.scoreAgain(by) };
  }

  private async scoreAgain(by: string): Promise<string | null> {
    try {
      return await this.risk.startScoring(by);
    } catch (error) {
      if (error instanceof ExpectedError && error.code === 'CONFLICT') return null;
      throw error;
    }
  }
}

function nameOf({ identity }: RequestContext): string {
  if (identity === undefined) throw new ExpectedError('FORBIDDEN', 'A named person decides.');
  return identity.person;
}

function shownModel({ model, adoption }: TrainedModel): AuthorityModel {
  return {
    authority: model.authority,
    method: model.method,
    trainedThrough: model.trainedThrough,
    visits: model.rows,
    serious: model.seriousRows,
    comparedOn: adoption.visits,
    overRule: shownGain(adoption.overRule),
    overLastResult: shownGain(adoption.overLastResult),
    challenge: shownGain(adoption.challenge),
  };
}

function shownGain({ auc, interval: [low, high], isOutside }: PairedGain): AucGain {
  return { auc, low, high, isOutside };
}
