import { Injectable } from '@nestjs/common';
import { AccessEvents, type AccessEvent } from '../access/access-events.js';
import { AuditLog } from './audit-log.service.js';
import { AuditTrail } from './audit-trail.js';

/** Sign-in and sign-out stand in the audit log, also those of people who became nobody here. */
@Injectable()
export class AuditedAccessEvents extends AccessEvents {
  constructor(private readonly log: AuditLog) {
    super();
  }

  async record({ action, outcome, operation, person, identity }: AccessEvent): Promise<void> {
    const actor = identity ?? { person: person ?? 'unknown', role: 'NONE' };
    await this.log.record(new AuditTrail().entries(actor, { action, outcome, operation }));
  }
}
