import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { SCORE_ROLES } from '../../access/matrix/visibility.js';
import { STAFF_ROLES, type Identity } from '../../domain/shared/identity.js';
import { Facility, Municipality } from '../../graphql/facility.type.js';
import { connectionOf, pageRequest, type Connection } from '../../graphql/pagination.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { FacilitiesService } from '../facilities.service.js';
import type { FacilityOrder, FacilityRow } from '../facility-list.js';
import { FacilitiesArgs, type FacilityOrderInput } from './facilities.args.js';
import { FacilitySource } from './facility-source.type.js';

const FacilityConnection = connectionOf(Facility, 'Facility');
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => Facility)
export class FacilitiesResolver {
  constructor(private readonly service: FacilitiesService) {}

  @Query(() => Facility, {
    nullable: true,
    description: 'One place; null where there is none, or none that may be seen.',
  })
  @AllowRoles(...STAFF_ROLES, 'FACILITY_USER', 'OPERATOR_USER')
  async facility(@Args('id', { type: () => ID }) id: string): Promise<Facility | null> {
    const row = UUID.test(id) ? await this.service.findFacility(id) : undefined;
    return row ? facilityOf(row) : null;
  }

  @Query(() => FacilityConnection, {
    description:
      'The work list: places that may be seen, serious events and then the highest risk first; by name instead for those who may not see the risk.',
  })
  @AllowRoles(...STAFF_ROLES, 'OPERATOR_USER')
  async facilities(
    @Args() args: FacilitiesArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Facility>> {
    const order = orderOf(args.order, context.identity);
    const page = await this.service.listFacilities(args.filter ?? {}, order, pageRequest(args));
    const edges = page.rows.map(({ facility, cursor }) => ({ cursor, node: facilityOf(facility) }));
    return {
      edges,
      totalCount: page.totalCount,
      pageInfo: {
        hasNextPage: page.hasMoreAfter,
        hasPreviousPage: page.hasMoreBefore,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      },
    };
  }

  @Query(() => [Municipality], { description: 'All municipalities, in Danish order.' })
  @AllowRoles(...STAFF_ROLES)
  async municipalities(): Promise<Municipality[]> {
    return this.service.municipalities();
  }

  @ResolveField(() => [FacilitySource], {
    description: 'The units of the three registers that were merged into this place.',
  })
  async sources(@Parent() facility: Facility, @Context() context: RequestContext): Promise<FacilitySource[]> {
    return context.loaders.load('Facility.sources', facility.id, [], async (ids) => {
      const sources = await this.service.sourcesOf(ids);
      return Map.groupBy(
        sources.map(({ street, postalCode, town, ...source }) => ({
          ...source,
          address: street === null ? null : { street, postalCode, town },
        })),
        (source) => source.facilityId,
      );
    });
  }
}

// Without the scores, which the database shows only to some, the order by risk would be that of the ids.
function orderOf(input: FacilityOrderInput | undefined, identity: Identity | undefined): FacilityOrder {
  const seesRisk = SCORE_ROLES.some((role) => role === identity?.role);
  if (!seesRisk && (input?.by ?? 'RISK') === 'RISK') return { by: 'URGENT', isDescending: false };
  return input
    ? { by: input.by, isDescending: input.direction === 'DESCENDING' }
    : { by: 'RISK', isDescending: true };
}

function facilityOf(row: FacilityRow): Facility {
  const { street, postalCode, town, municipalityCode, municipalityName, ...rest } = row;
  return {
    ...rest,
    address: street === null ? null : { street, postalCode, town },
    municipality:
      municipalityCode === null
        ? null
        : { code: municipalityCode, name: municipalityName ?? municipalityCode },
  };
}
