import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { BlindVisits } from '../blind-visits.service.js';
import { BlindVisit, FindingsSheet, LockFindingsInput } from './blind-visit.type.js';

@Resolver(() => FindingsSheet)
export class BlindVisitsResolver {
  constructor(private readonly visits: BlindVisits) {}

  @Query(() => [BlindVisit], {
    description:
      'The latest visits with locked findings, and whether the inspector had seen the score before.',
  })
  @AllowRoles('AUTHORITY_MANAGER', 'AUDITOR')
  async blindVisits(): Promise<BlindVisit[]> {
    return this.visits.visits();
  }

  @Mutation(() => FindingsSheet, {
    description:
      'Locks what you found at a place. It cannot be changed; the score is shown to you from then on.',
  })
  @AllowRoles('VISITING_INSPECTOR')
  async lockFindings(@Args('input') input: LockFindingsInput): Promise<FindingsSheet> {
    return this.visits.lock(input, dayInDenmark(new Date()));
  }
}

@Resolver(() => Facility)
export class FacilityFindingsSheetsResolver {
  constructor(private readonly visits: BlindVisits) {}

  @ResolveField(() => [FindingsSheet], { description: 'Locked findings of your own unit, newest first.' })
  async findingsSheets(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly FindingsSheet[]> {
    return context.loaders.load('Facility.findingsSheets', facility.id, [], (ids) =>
      this.visits.sheetsOf(ids),
    );
  }
}
