import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { addDays } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { isAuthorityStaff, SERVICE_IDENTITY, type Identity } from '../../domain/shared/identity.js';
import type { CalendarEvent } from './calendar-file.js';
import { CalendarRepository, type CalendarSubscription } from './calendar.repository.js';

const HALVES = { MORNING: 'Formiddag, ', AFTERNOON: 'Eftermiddag, ' } as const;

/** An employee's own addresses. What they give is read with the rights of an inspector of that unit, never more. */
@Injectable()
export class CalendarSubscriptions {
  constructor(
    private readonly repository: CalendarRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * A new address for the own unit, one office of it, or the visits of one of its inspectors. The token is told once and
   * kept by nobody. Throws NOT_FOUND where the unit has no such inspector.
   */
  async subscribe(
    office: string | null,
    inspector: string | null,
    identity: Identity,
  ): Promise<{ id: string; token: string }> {
    const { authority, unit } = identity;
    if (!isAuthorityStaff(identity) || !authority || !unit) {
      throw new ExpectedError(
        'FORBIDDEN',
        'Only employees of the authorities can have a calendar of visits.',
      );
    }
    if (inspector !== null && !(await this.asService(() => this.repository.hasInspector(unit, inspector)))) {
      throw new ExpectedError(
        'NOT_FOUND',
        `inspector is ${inspector}; your unit has no inspector with this code.`,
      );
    }
    const token = randomBytes(32).toString('base64url');
    const id = await this.asService(() =>
      this.repository.add({
        tokenHash: hashOf(token),
        person: identity.person,
        authority,
        responsibleUnit: unit,
        office,
        inspector,
      }),
    );
    return { id, token };
  }

  async ofPerson(identity: Identity): Promise<CalendarSubscription[]> {
    return this.asService(() => this.repository.ofPerson(identity.person));
  }

  /** Throws NOT_FOUND where the person has no such address. */
  async revoke(id: string, identity: Identity): Promise<void> {
    if (await this.asService(() => this.repository.revoke(id, identity.person))) return;
    throw new ExpectedError('NOT_FOUND', 'You have no such calendar.');
  }

  /**
   * The visits that an address stands for, and in whose name they are read: those of the published plan that everybody
   * concerned has accepted. Undefined for an address that was never given, was revoked or has run out.
   */
  async visitsFor(
    token: string,
    pathOf: (visitId: string) => string,
  ): Promise<{ name: string; reader: Identity; facilityIds: string[]; events: CalendarEvent[] } | undefined> {
    if (!/^[\w-]{43}$/.test(token)) return undefined;
    const subscription = await this.asService(() => this.repository.fetch(hashOf(token)));
    if (!subscription) return undefined;
    const reader: Identity = {
      role: 'VISITING_INSPECTOR',
      person: subscription.person,
      authority: subscription.authority,
      unit: subscription.responsibleUnit,
      purpose: 'INSPECTION',
    };
    const visits = await this.transactions.run(reader, () => this.repository.agreedVisits(subscription), {
      isReadOnly: true,
    });
    return {
      name: subscription.inspector ?? subscription.office ?? 'Tilsyn',
      reader,
      facilityIds: visits.map(({ facilityId }) => facilityId),
      events: visits.map((visit) => ({
        id: visit.id,
        version: visit.version,
        title: `${visit.half && visit.isHalfDay ? HALVES[visit.half] : ''}${visit.isJoint ? 'Fællestilsyn' : 'Tilsyn'}: ${visit.hasSecretAddress ? 'hemmelig adresse' : visit.facilityName}`,
        firstDay: visit.noticedFor ?? visit.visitOn ?? visit.weekStart,
        lastDay: visit.noticedFor ?? visit.visitOn ?? addDays(visit.weekStart, 4),
        url: pathOf(visit.id),
      })),
    };
  }

  private async asService<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
