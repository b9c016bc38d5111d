import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { VisitHalf } from '../life-cycle/kept-plan.js';
import type { Day } from '../../domain/shared/day.js';

/** An address that is in use; the address itself is known to its owner alone. */
export interface CalendarSubscription {
  readonly id: string;
  readonly responsibleUnit: ResponsibleUnit;
  readonly office: string | null;
  readonly inspector: string | null;
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
  readonly visitOn: Day | null;
  readonly half: VisitHalf | null;
  /** Whether those of the unit take only that half. */
  readonly isHalfDay: boolean;
}

/** Whose visits: all of a unit, or of an office, or those that one inspector goes to. */
export interface CalendarScope {
  readonly responsibleUnit: ResponsibleUnit;
  readonly office: string | null;
  readonly inspector: string | null;
}

export abstract class CalendarRepository {
  abstract add(
    subscription: CalendarScope & {
      readonly tokenHash: Buffer;
      readonly person: string;
      readonly authority: Authority;
    },
  ): Promise<string>;
  /** Whether the unit has an inspector with this code. */
  abstract hasInspector(unit: ResponsibleUnit, code: string): Promise<boolean>;
  /** Those that still work. */
  abstract ofPerson(person: string): Promise<CalendarSubscription[]>;
  abstract revoke(id: string, person: string): Promise<boolean>;
  /** The subscription behind a token, noting that it was fetched; undefined where it does not work. */
  abstract fetch(
    tokenHash: Buffer,
  ): Promise<(CalendarScope & { person: string; authority: Authority }) | undefined>;
  /** Visits of the published plan that everybody has accepted. */
  abstract agreedVisits(scope: CalendarScope): Promise<CalendarVisit[]>;
}
