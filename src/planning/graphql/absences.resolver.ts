import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import { dayInDenmark, type Day } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { DayScalar } from '../../graphql/day.scalar.js';
import { AuthorityEnum, ResponsibleUnitEnum } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { PLAN_KEEPERS } from '../life-cycle/plan-keeper.js';
import { Absences } from '../watch/absences.service.js';

@ObjectType({ description: 'Days on which an inspector of the own unit cannot be sent. Never why.' })
export class InspectorAbsence {
  @Field(() => ID)
  id: string;

  @Field(() => AuthorityEnum)
  authority: Authority;

  @Field(() => ResponsibleUnitEnum)
  unit: ResponsibleUnit;

  @Field(() => String, { description: "The inspector's code." })
  inspector: string;

  @Field(() => DayScalar)
  from: Day;

  @Field(() => DayScalar, { description: 'The last day, which belongs to it.' })
  to: Day;
}

@InputType()
export class AbsenceInput {
  @Field(() => String, { description: 'Code of an inspector of the own unit.' })
  inspector: string;

  @Field(() => DayScalar)
  from: Day;

  @Field(() => DayScalar)
  to: Day;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => InspectorAbsence)
export class AbsencesResolver {
  constructor(private readonly service: Absences) {}

  @Query(() => [InspectorAbsence], {
    description: 'Absences that were registered here, from today on; those that are delivered are not told.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async absences(): Promise<InspectorAbsence[]> {
    return this.service.from(dayInDenmark(new Date()));
  }

  @Mutation(() => InspectorAbsence, {
    description: 'Sick leave and the like. The published plan is replanned by itself, as a draft.',
  })
  @AllowRoles(...PLAN_KEEPERS)
  async registerAbsence(
    @Args('input') input: AbsenceInput,
    @Context() { identity }: RequestContext,
  ): Promise<InspectorAbsence> {
    return this.service.register(input, identity!);
  }

  @Mutation(() => Boolean, { description: 'Takes an absence back: the inspector is there after all.' })
  @AllowRoles(...PLAN_KEEPERS)
  async withdrawAbsence(
    @Args('id', { type: () => ID }) id: string,
    @Context() { identity }: RequestContext,
  ): Promise<boolean> {
    if (!UUID.test(id)) throw new ExpectedError('NOT_FOUND', 'Your unit has no such absence.');
    await this.service.withdraw(id, identity!);
    return true;
  }
}
