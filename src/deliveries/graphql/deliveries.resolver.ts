import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
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
    const id = await this.service.startImport(input.drop, context.identity?.person ?? 'unknown');
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
  ): Promise<ImportRun[]> {
    return this.service.latestRuns(checked('first', first, 1));
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
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<QuarantinedRow[]> {
    const rows = await this.service.quarantinedRows(
      run.id,
      checked('first', first, 1),
      checked('offset', offset, 0),
    );
    return rows as QuarantinedRow[];
  }
}
