import { Module } from '@nestjs/common';
import { AuditView } from './audit-view.service.js';
import { AuditEntriesResolver } from './graphql/audit-entries.resolver.js';

/** For those who watch over the service and the authorities that use it. */
@Module({ providers: [AuditView, AuditEntriesResolver] })
export class OversightModule {}
