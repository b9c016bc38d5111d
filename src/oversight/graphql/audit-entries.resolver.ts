import { Args, Query, Resolver } from '@nestjs/graphql';
import { AllowRoles } from '../../access/access.guard.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { LARGEST_PAGE } from '../../graphql/pagination.js';
import { AuditView } from '../audit-view.service.js';
import { AuditEntriesArgs, AuditEntry } from './audit-entry.type.js';

@Resolver(() => AuditEntry)
export class AuditEntriesResolver {
  constructor(private readonly view: AuditView) {}

  @Query(() => [AuditEntry], {
    description:
      'The log of who saw and changed what, newest first: all of it for the auditor, the own unit for a manager. Reading it is itself logged.',
  })
  @AllowRoles('AUDITOR', 'AUTHORITY_MANAGER')
  async auditEntries(@Args() { filter, first, before }: AuditEntriesArgs): Promise<AuditEntry[]> {
    if (!(first >= 1 && first <= LARGEST_PAGE)) {
      throw new ExpectedError('BAD_INPUT', `first is ${first}; it must be from 1 to ${LARGEST_PAGE}.`);
    }
    if (before != null && !/^\d{1,15}$/.test(before)) {
      throw new ExpectedError('BAD_INPUT', `before is "${before}"; give the sequence of an entry.`);
    }
    const entries = await this.view.entries(filter ?? {}, before == null ? undefined : Number(before), first);
    return entries.map(({ sequence, ...entry }) => ({ ...entry, sequence: String(sequence) }));
  }
}
