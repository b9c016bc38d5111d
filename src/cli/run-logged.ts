import { userInfo } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import type { AuditOutcome } from '../audit/audit-entry.js';
import { AuditLog } from '../audit/audit-log.service.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';

const LONGEST_CALL = 1_000;

/**
 * Runs a command between two entries of the audit log, that it started and how it ended, in the name of the service and
 * of whoever called it. What cannot be logged is not run.
 */
export async function runLogged(
  services: INestApplicationContext,
  trail: AuditTrail,
  words: readonly string[],
  run: () => Promise<number>,
): Promise<number> {
  const operation = ['samtilsyn', ...words].join(' ').slice(0, LONGEST_CALL);
  const identity = { ...SERVICE_IDENTITY, person: `command line: ${caller()}` };
  const record = (outcome: AuditOutcome): Promise<void> =>
    services.get(AuditLog).record(trail.entries(identity, { action: 'COMMAND', outcome, operation }));
  await record('STARTED');
  try {
    const code = await run();
    await record(code === 0 ? 'DONE' : 'FAILED');
    return code;
  } catch (error) {
    await record('FAILED');
    throw error;
  }
}

// A container may run under a number that has no name.
function caller(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
