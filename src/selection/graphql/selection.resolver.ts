import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { dayInDenmark } from '../../domain/shared/day.js';
import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { RandomDraws } from '../random-draws.service.js';
import type { RandomDraw as Draw, SelectionReport as Report } from '../selection.js';
import { Selections } from '../selections.service.js';
import {
  RandomDraw,
  RandomShare,
  RandomShareInput,
  SelectFacilityInput,
  SelectionReport,
  VisitSelection,
} from './selection.type.js';

@Resolver(() => SelectionReport)
export class SelectionResolver {
  constructor(private readonly selections: Selections) {}

  @Query(() => [RandomShare], {
    description: 'The random share of each authority, and whether it is reduced.',
  })
  @AllowRoles(...STAFF_ROLES, 'AUDITOR')
  async randomShares(): Promise<RandomShare[]> {
    return this.selections.randomShares();
  }

  @Query(() => SelectionReport, {
    description:
      'Selections by channel, and how common serious findings are among all places of your authority.',
  })
  @AllowRoles('MODEL_OWNER', 'AUTHORITY_MANAGER')
  async selectionReport(): Promise<Report> {
    return this.selections.report(dayInDenmark(new Date()));
  }

  @Mutation(() => VisitSelection, { description: 'Chooses a place for a visit of your own authority.' })
  @AllowRoles('PLANNER', 'AUTHORITY_MANAGER')
  async selectFacility(@Args('input') input: SelectFacilityInput): Promise<VisitSelection> {
    return this.selections.select(input, dayInDenmark(new Date()));
  }

  @Mutation(() => RandomShare, {
    description:
      'Sets the random share of your own authority. A share below the normal one counts when a second person has agreed.',
  })
  @AllowRoles('MODEL_OWNER', 'AUTHORITY_MANAGER')
  async setRandomShare(@Args('input') { share, reason }: RandomShareInput): Promise<RandomShare> {
    return this.selections.askForShare(share, reason);
  }

  @Mutation(() => RandomShare, {
    description: 'Agrees to a lower random share that somebody else asked for.',
  })
  @AllowRoles('MODEL_OWNER', 'AUTHORITY_MANAGER')
  async agreeToRandomShare(@Args('changeId', { type: () => ID }) changeId: string): Promise<RandomShare> {
    return this.selections.secondShare(changeId);
  }
}

@Resolver(() => RandomDraw)
export class RandomDrawResolver {
  constructor(private readonly draws: RandomDraws) {}

  @Query(() => [RandomDraw], {
    description: 'The random draws of your own authority, newest first; of all three for an auditor.',
  })
  @AllowRoles('PLANNER', 'MODEL_OWNER', 'AUTHORITY_MANAGER', 'AUDITOR')
  async randomDraws(): Promise<Draw[]> {
    return this.draws.all();
  }

  @ResolveField(() => Boolean, { nullable: true })
  async isReproduced(@Parent() draw: Draw): Promise<boolean | null> {
    return (await this.draws.isReproduced(draw)) ?? null;
  }
}

@Resolver(() => Facility)
export class FacilitySelectionsResolver {
  constructor(private readonly service: Selections) {}

  @ResolveField(() => [VisitSelection], {
    description:
      'How your own authority chose the place for visits, newest first; empty for those who may not know.',
  })
  async selections(
    @Parent() facility: Facility,
    @Context() context: RequestContext,
  ): Promise<readonly VisitSelection[]> {
    return context.loaders.load('Facility.selections', facility.id, [], (ids) =>
      this.service.selectionsOf(ids),
    );
  }
}
