import type { FacilityType } from '../domain/facility/source-record.js';
import type { PolicyRule } from '../domain/planning/policy.js';
import type { Prevalence } from '../domain/risk/selection/estimate-prevalence.js';
import type { Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

/** How a place came to be visited. */
export const CHANNELS = ['MODEL', 'RANDOM', 'REACTIVE', 'MANUAL'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A place that an authority could visit in a quarter, and what decides whether chance has a say. */
export interface FrameFact {
  readonly facilityId: string;
  readonly facilityType: FacilityType | null;
  readonly band: string | null;
  readonly lastVisitOn: Day | null;
  readonly dutyFrom: Day | null;
  readonly hasSeriousEvent: boolean;
}

export interface DrawFacts {
  readonly places: readonly FrameFact[];
  readonly policy: readonly PolicyRule[];
  /** Visits of the authority in the 365 days before the draw. */
  readonly visitsLastYear: number;
  readonly share: number;
}

export interface DrawPlace {
  readonly facilityId: string;
  readonly arm: 'CHANCE' | 'CERTAIN';
  readonly stratum: string;
  readonly probability: number;
  readonly isDrawn: boolean;
}

export interface RandomDraw {
  readonly id: string;
  readonly authority: Authority;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly seedHash: string;
  readonly committedAt: Date;
  readonly drawnAt: Date | null;
  readonly share: number | null;
  readonly expectedVisits: number | null;
  readonly frameSize: number | null;
  readonly sampleSize: number | null;
  /** Null until the quarter is over. */
  readonly seed: string | null;
}

export interface RandomShareChange {
  readonly id: string;
  readonly share: number;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** The random share of an authority as it stands, and what somebody asked for that awaits a second person. */
export interface RandomShare {
  readonly authority: Authority;
  readonly share: number;
  readonly normalShare: number;
  readonly isReduced: boolean;
  readonly awaiting: RandomShareChange | null;
}

export interface VisitSelection {
  readonly id: string;
  readonly facilityId: string;
  readonly authority: Authority;
  readonly channel: Channel;
  readonly probability: number;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly reason: string | null;
  readonly selectedAt: Date;
}

export interface NewSelection {
  readonly facilityId: string;
  readonly channel: 'REACTIVE' | 'MANUAL';
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly reason: string;
}

export interface SelectionReport {
  readonly channels: readonly { readonly channel: Channel; readonly selections: number }[];
  readonly shares: readonly RandomShare[];
  readonly prevalence: Prevalence;
}

/** A place of a draw and what the first visit in its quarter found. */
export interface DrawOutcome {
  readonly drawId: string;
  readonly arm: 'CHANCE' | 'CERTAIN';
  readonly probability: number;
  readonly isDrawn: boolean;
  readonly isSerious: boolean | null;
}
