import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { CorrectionsService } from '../corrections.service.js';
import { QuarantinedRow } from './import-run.type.js';
import { MendableRow, MendOutcome, MendRowInput, RowMend } from './mend.type.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => QuarantinedRow)
export class MendsResolver {
  constructor(private readonly corrections: CorrectionsService) {}

  @Query(() => MendableRow, {
    nullable: true,
    description: 'One quarantined row of your authority, to mend.',
  })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async quarantinedRow(@Args('id', { type: () => ID }) id: string): Promise<MendableRow | null> {
    const row = UUID.test(id) ? await this.corrections.findRow(id) : undefined;
    if (!row) return null;
    const { runId: importRunId, isWithdrawn } = row;
    const editable = this.corrections.editableRow(row);
    return {
      importRunId,
      isWithdrawn,
      row: row as QuarantinedRow,
      cells: editable?.cells ?? null,
      surplus: editable?.surplus ?? [],
    };
  }

  @Mutation(() => MendOutcome, {
    description: 'Takes a quarantined row in as mended, or tells what is still wrong. The original is kept.',
  })
  @AllowRoles('REGISTER_CLERK')
  async mendQuarantinedRow(
    @Args('input') { id, cells, text, reason }: MendRowInput,
    @Context() context: RequestContext,
  ): Promise<MendOutcome> {
    if (!UUID.test(id)) throw new ExpectedError('NOT_FOUND', 'There is no such row to mend.');
    if (!cells === !text) throw new ExpectedError('BAD_INPUT', 'Give the row either as cells or as text.');
    const person = context.identity?.person ?? 'unknown';
    const fault = await this.corrections.mend(id, { cells, text }, reason, person);
    return { isTaken: fault === undefined, fault: fault ?? null };
  }

  @ResolveField(() => RowMend, { nullable: true, description: 'How it was mended, the last time.' })
  async mended(@Parent() row: QuarantinedRow, @Context() context: RequestContext): Promise<RowMend | null> {
    return context.loaders.load('QuarantinedRow.mended', row.id, null, (ids) =>
      this.corrections.mendsOf(ids),
    );
  }
}
