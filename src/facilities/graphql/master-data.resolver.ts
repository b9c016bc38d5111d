import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import type { Day } from '../../domain/shared/day.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { DataQualityService } from '../data-quality.service.js';
import { AttributeProvenance, DataQuality } from './master-data.type.js';

@Resolver(() => Facility)
export class MasterDataResolver {
  constructor(private readonly service: DataQualityService) {}

  @ResolveField(() => [AttributeProvenance], {
    description: "Every register's value of every attribute, as known on a day (today if nothing is said).",
  })
  async masterData(
    @Parent() facility: Facility,
    @Args('asOf', { type: () => DayScalar, nullable: true }) asOf: Day | undefined,
    @Context() context: RequestContext,
  ): Promise<readonly AttributeProvenance[]> {
    return context.loaders.load(`Facility.masterData ${asOf ?? ''}`, facility.id, [], (ids) =>
      this.service.masterDataOf(ids, asOf ?? undefined),
    );
  }

  @Query(() => DataQuality, { description: 'What the registers lack and where they contradict each other.' })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER', 'PLANNER')
  async dataQuality(): Promise<DataQuality> {
    return this.service.report();
  }
}
