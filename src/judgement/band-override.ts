import type { Band } from '../domain/risk/risk-bands.js';
import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

export const OVERRIDE_STATES = ['AWAITING', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'EXPIRED'] as const;
export type OverrideState = (typeof OVERRIDE_STATES)[number];

export const OVERRIDE_STEPS = ['CONFIRMED', 'REFUSED', 'WITHDRAWN'] as const;
export type OverrideStepKind = (typeof OVERRIDE_STEPS)[number];

export interface OverrideStep {
  readonly step: OverrideStepKind;
  readonly note: string | null;
  readonly person: string;
  readonly takenAt: string;
}

/** Another band that somebody set for a place, for a while and with a reason. */
export interface BandOverride {
  readonly id: string;
  readonly facilityId: string;
  readonly facilityName: string | null;
  readonly modelBand: Band;
  readonly band: Band;
  readonly reasonCode: string;
  readonly explanation: string;
  readonly secrecy: 'SHARED' | 'OWNER_ONLY';
  readonly expiresOn: Day;
  readonly needsConfirmation: boolean;
  readonly authority: Authority;
  readonly unit: ResponsibleUnit;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly state: OverrideState;
  readonly steps: readonly OverrideStep[];
}

/** The band that counts for a place, and the model's beside it. */
export interface FacilityStanding {
  readonly facilityId: string;
  readonly modelBand: Band;
  readonly effectiveBand: Band;
  readonly override: BandOverride | null;
}

export interface OverrideReason {
  readonly code: string;
  readonly label: { readonly da: string; readonly en: string };
  readonly secrecy: 'SHARED' | 'OWNER_ONLY';
  readonly isConfirmed: boolean;
}

export interface NewOverride {
  readonly facilityId: string;
  readonly band: Band;
  readonly reasonCode: string;
  readonly explanation: string;
  readonly expiresOn: Day;
}
