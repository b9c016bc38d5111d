import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { DeliveriesService } from '../deliveries.service.js';
import { checked } from './checked-page.js';
import { DecideHeldTextInput, HeldText } from './held-text.type.js';

@Resolver(() => HeldText)
export class HeldTextsResolver {
  constructor(private readonly service: DeliveriesService) {}

  @Query(() => [HeldText], {
    description: 'Texts of your registers that look like they hold a person number, oldest first.',
  })
  @AllowRoles('REGISTER_CLERK')
  async heldTexts(
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<HeldText[]> {
    return this.service.undecidedTexts(checked('first', first, 1), checked('offset', offset, 0));
  }

  @Mutation(() => HeldText, {
    description: 'Decides whether a held text holds a person number. Cannot be undone.',
  })
  @AllowRoles('REGISTER_CLERK')
  async decideHeldText(
    @Args('input') { id, isPersonNumber }: DecideHeldTextInput,
    @Context() context: RequestContext,
  ): Promise<HeldText> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
      throw new ExpectedError('NOT_FOUND', 'There is no such text to decide on.');
    return this.service.decideText(id, isPersonNumber, context.identity?.person ?? 'unknown');
  }
}
