import { randomUUID } from 'node:crypto';
import type { Identity } from '../domain/shared/identity.js';
import type { AuditAction, AuditEntry, AuditOutcome } from './audit-entry.js';

/** An identity, also of somebody who has no role here. */
type Actor = Omit<Identity, 'role'> & { readonly role: string };

interface Shown {
  readonly ids: Set<string>;
  readonly facilityIds: Set<string>;
  count: number;
}

/** What one request was shown or changed so far, by kind of object. */
export class AuditTrail {
  private readonly kinds = new Map<string, Shown>();

  /** The correlation id is that of the request; a trail of its own makes one. */
  constructor(readonly correlationId: string = randomUUID()) {}

  /**
   * Notes one object. With a key, showing it again changes nothing; without one, every time counts. `facilityId` is the
   * place that the object belongs to.
   */
  note(kind: string, key?: string, facilityId?: string): void {
    let shown = this.kinds.get(kind);
    if (!shown) this.kinds.set(kind, (shown = { ids: new Set(), facilityIds: new Set(), count: 0 }));
    if (key === undefined || !shown.ids.has(key)) shown.count += 1;
    if (key !== undefined) shown.ids.add(key);
    if (facilityId !== undefined) shown.facilityIds.add(facilityId);
  }

  /** The entries of the request: one for each kind of object, or a single one where no object was shown. */
  entries(
    identity: Actor,
    did: { action: AuditAction; outcome: AuditOutcome; operation: string },
    at = new Date(),
  ): AuditEntry[] {
    const request = { at, correlationId: this.correlationId, ...who(identity), ...did };
    if (this.kinds.size === 0) {
      return [{ ...request, objectKind: null, objectIds: [], facilityIds: [], objectCount: 0 }];
    }
    return [...this.kinds]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([objectKind, { ids, facilityIds, count }]) => ({
        ...request,
        objectKind,
        objectIds: [...ids],
        facilityIds: [...facilityIds],
        objectCount: count,
      }));
  }
}

function who(
  identity: Actor,
): Pick<AuditEntry, 'person' | 'role' | 'authority' | 'unit' | 'actingFor' | 'purpose'> {
  return {
    person: identity.person,
    role: identity.role,
    authority: identity.authority ?? null,
    unit: identity.unit ?? null,
    actingFor: identity.facilityId ?? identity.cvrNumber ?? null,
    purpose: identity.purpose ?? null,
  };
}
