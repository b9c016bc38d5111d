import type { Authority, ResponsibleUnit } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

/** What an inspector found at a place, locked before they know its score. */
export interface FindingsSheet {
  readonly id: string;
  readonly facilityId: string;
  readonly facilityName: string | null;
  readonly visitedOn: Day;
  readonly hasSeriousFinding: boolean;
  readonly conclusion: string;
  readonly authority: Authority;
  readonly unit: ResponsibleUnit;
  readonly inspector: string;
  readonly lockedAt: Date;
}

/** A visit and whether the inspector knew the score before the findings were locked. */
export interface BlindVisit {
  readonly id: string;
  readonly facilityId: string;
  readonly facilityName: string | null;
  readonly visitedOn: Day;
  readonly authority: Authority;
  readonly unit: ResponsibleUnit;
  readonly inspector: string;
  readonly lockedAt: Date;
  readonly hadSeenScore: boolean;
  /** When they last saw it before locking; null where they had not. */
  readonly seenAt: Date | null;
  /** When they first saw it afterwards. */
  readonly seenAfterwardsAt: Date | null;
}

export interface NewFindingsSheet {
  readonly facilityId: string;
  readonly visitedOn: Day;
  readonly hasSeriousFinding: boolean;
  readonly conclusion: string;
}
