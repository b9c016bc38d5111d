import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';

/** An address that is in use; the address itself is known to its owner alone. */
export interface CalendarSubscription {
  readonly id: string;
  readonly responsibleUnit: ResponsibleUnit;
  readonly office: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly fetchedAt: Date | null;
}

export interface CalendarVisit {
  readonly id: string;
  readonly version: number;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly hasSecretAddress: boolean;
  readonly isJoint: boolean;
  readonly weekStart: Day;
  readonly noticedFor: Day | null;
}

export abstract class CalendarRepository {
  abstract add(subscription: {
    readonly tokenHash: Buffer;
    readonly person: string;
    readonly authority: Authority;
    readonly responsibleUnit: ResponsibleUnit;
    readonly office: string | null;
  }): Promise<string>;
  /** Those that still work. */
  abstract ofPerson(person: string): Promise<CalendarSubscription[]>;
  abstract revoke(id: string, person: string): Promise<boolean>;
  /** The subscription behind a token, noting that it was fetched; undefined where it does not work. */
  abstract fetch(
    tokenHash: Buffer,
  ): Promise<
    | { person: string; authority: Authority; responsibleUnit: ResponsibleUnit; office: string | null }
    | undefined
  >;
  /** Visits of the published plan that everybody has accepted. */
  abstract agreedVisits(unit: ResponsibleUnit, office: string | null): Promise<CalendarVisit[]>;
}
