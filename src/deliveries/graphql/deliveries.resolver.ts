import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { DeliveriesService } from '../deliveries.service.js';
import { checked } from './checked-page.js';
import { ImportDropInput, ImportedFile, ImportRun, QuarantinedRow } from './import-run.type.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Resolver(() => ImportRun)
export class DeliveriesResolver {
  constructor(private readonly service: DeliveriesService) {}

  @Mutation(() => ImportRun, {
    description: 'Starts the import of a drop in the inbox; watch it with importRun.',
  })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async importDrop(
    @Args('input') input: ImportDropInput,
    @Context() context: RequestContext,
  ): Promise<ImportRun> {
    const { identity } = context;
    const id = await this.service.startImport(input.drop, identity?.person ?? 'unknown', identity?.authority);
    const run = await this.service.findRun(id);
    if (!run) throw new Error(`The import ${id} started but cannot be found.`);
    return run;
  }

  @Query(() => ImportRun, { nullable: true, description: 'One import, while it runs and afterwards.' })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async importRun(@Args('id', { type: () => ID }) id: string): Promise<ImportRun | null> {
    return (UUID.test(id) ? await this.service.findRun(id) : undefined) ?? null;
  }

  @Query(() => [ImportRun], { description: 'The latest imports, newest first.' })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async importRuns(
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<ImportRun[]> {
    return this.service.latestRuns(checked('first', first, 1), checked('offset', offset, 0));
  }

  @Query(() => Int, { description: 'How many imports there were.' })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async importRunCount(): Promise<number> {
    return this.service.countRuns();
  }

  @Mutation(() => ImportRun, {
    description: 'Asks a running import of your own authority to stop; what it had taken in is rolled back.',
  })
  @AllowRoles('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async cancelImport(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext,
  ): Promise<ImportRun> {
    const run = UUID.test(id) ? await this.service.findRun(id) : undefined;
    if (!run) throw new ExpectedError('NOT_FOUND', 'There is no such import to cancel.');
    await this.service.cancelRun(id, context.identity?.person ?? 'unknown');
    return { ...run, cancelledBy: context.identity?.person ?? 'unknown' };
  }

  @ResolveField(() => [ImportedFile], { description: 'The files of your authority that are done so far.' })
  async files(@Parent() run: ImportRun, @Context() context: RequestContext): Promise<ImportedFile[]> {
    return context.loaders.load('ImportRun.files', run.id, [], (ids) => this.service.filesOfRuns(ids));
  }

  @ResolveField(() => [QuarantinedRow], {
    description: 'Rows of your authority that were set aside, in file order.',
  })
  async quarantinedRows(
    @Parent() run: ImportRun,
    @Args('file', { type: () => String, nullable: true }) file: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<QuarantinedRow[]> {
    const rows = await this.service.quarantinedRows(
      run.id,
      file ?? undefined,
      checked('first', first, 1),
      checked('offset', offset, 0),
    );
    return rows as QuarantinedRow[];
  }
}
