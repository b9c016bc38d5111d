import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { explainOwnerScore } from '../../domain/risk/owner-only/explain-owner-score.js';
import { Facility } from '../../graphql/facility.type.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { OwnerOnlyService } from '../owner-only.service.js';
import { OwnerScore } from './owner-score.type.js';
import { shownTerm } from './shown-score.js';

@Resolver(() => Facility)
export class OwnerScoreResolver {
  constructor(private readonly service: OwnerOnlyService) {}

  // Everybody's question is the same statement; the database alone decides who gets an answer.
  @ResolveField(() => OwnerScore, {
    nullable: true,
    description:
      'The score with concerns, for the owning unit alone; null to everybody else, whatever there is.',
  })
  async ownerScore(
    @Parent() facility: Facility,
    @Context() { loaders }: RequestContext,
  ): Promise<OwnerScore | null> {
    const score = await loaders.load('Facility.ownerScore', facility.id, undefined, (ids) =>
      this.service.currentScores(ids),
    );
    if (!score) return null;
    const { contributions, ...rest } = score;
    return {
      ...rest,
      contributions: contributions.map(shownTerm),
      explanation: explainOwnerScore(score.points, contributions),
    };
  }
}
