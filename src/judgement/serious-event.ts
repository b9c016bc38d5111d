import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

export interface SeriousEventKind {
  readonly code: string;
  readonly label: { readonly da: string; readonly en: string };
  readonly isConfirmed: boolean;
}

/** An event that no score is waited for; it stands on top of the work list until a person resolves it. */
export interface SeriousEvent {
  readonly id: string;
  readonly facilityId: string;
  readonly kind: string;
  readonly label: { readonly da: string; readonly en: string };
  readonly secrecy: 'SHARED' | 'OWNER_ONLY';
  readonly occurredOn: Day;
  readonly description: string;
  readonly authority: Authority;
  readonly unit: ResponsibleUnit;
  readonly reportedBy: string;
  readonly reportedAt: Date;
  readonly resolution: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
}

export interface NewSeriousEvent {
  readonly facilityId: string;
  readonly kind: string;
  readonly isForOwnUnitOnly: boolean;
  readonly derivesFromConcern: boolean;
  readonly occurredOn: Day;
  readonly description: string;
}
