import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CorrectionsService } from '../corrections.service.js';
import { DeliveriesService } from '../deliveries.service.js';
import { ImportedFile, ImportRun } from './import-run.type.js';
import { Delivery, DeliveryRollback, RollbackConsequences, RollBackDeliveryInput } from './rollback.type.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => ImportRun)
export class RunDeliveriesResolver {
  constructor(private readonly corrections: CorrectionsService) {}

  @ResolveField(() => [Delivery], { description: 'Its parts that come from your authority.' })
  async deliveries(@Parent() run: ImportRun, @Context() context: RequestContext): Promise<Delivery[]> {
    return context.loaders.load('ImportRun.deliveries', run.id, [], (ids) =>
      this.corrections.deliveriesOfRuns(ids),
    );
  }
}

@Resolver(() => Delivery)
export class RollbacksResolver {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly service: DeliveriesService,
  ) {}

  @Query(() => RollbackConsequences, {
    nullable: true,
    description: 'What rolling back a delivery of your authority would do; changes nothing.',
  })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async rollbackConsequences(
    @Args('deliveryId', { type: () => ID }) deliveryId: string,
  ): Promise<RollbackConsequences | null> {
    return (UUID.test(deliveryId) ? await this.corrections.consequencesOf(deliveryId) : undefined) ?? null;
  }

  @Mutation(() => Delivery, {
    description:
      'Rolls a delivery of your authority back, as if it had never come. Importing it again brings it back.',
  })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async rollBackDelivery(
    @Args('input') { deliveryId, reason }: RollBackDeliveryInput,
    @Context() context: RequestContext,
  ): Promise<Delivery> {
    if (!UUID.test(deliveryId))
      throw new ExpectedError('NOT_FOUND', 'There is no such delivery to roll back.');
    return this.corrections.rollBack(deliveryId, reason, context.identity?.person ?? 'unknown');
  }

  @ResolveField(() => DeliveryRollback, { nullable: true, description: 'That it was rolled back.' })
  async rollback(
    @Parent() delivery: Delivery,
    @Context() context: RequestContext,
  ): Promise<DeliveryRollback | null> {
    return context.loaders.load('Delivery.rollback', delivery.id, null, (ids) =>
      this.corrections.rollbacksOf(ids),
    );
  }

  @ResolveField(() => [ImportedFile], { description: 'Its files that are done.' })
  async files(
    @Parent() delivery: Delivery & { runId: string },
    @Context() context: RequestContext,
  ): Promise<ImportedFile[]> {
    const files = await context.loaders.load<ImportedFile[]>('ImportRun.files', delivery.runId, [], (ids) =>
      this.service.filesOfRuns(ids),
    );
    return files.filter(({ deliveryId }) => deliveryId === delivery.id);
  }
}
