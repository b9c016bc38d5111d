import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { FacilityDataUses } from '../facility-data-uses.service.js';
import { DataUse } from './facility-data-use.type.js';

@Resolver(() => Facility)
export class FacilityDataUsesResolver {
  constructor(private readonly uses: FacilityDataUses) {}

  @ResolveField(() => [DataUse], {
    description:
      'Which authorities used the data of this place, newest quarter first. A quarter is told to the place as a whole, and only a fixed time after it has ended; to others the list is empty.',
  })
  async dataUses(@Parent() facility: Facility, @Context() context: RequestContext): Promise<DataUse[]> {
    return context.loaders.load('Facility.dataUses', facility.id, [], (ids) => this.uses.of(ids));
  }
}
