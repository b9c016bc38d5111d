import type { OverriddenVisit } from '../domain/risk/judgement/override-report.js';
import type { Band } from '../domain/risk/risk-bands.js';
import type { Day } from '../domain/shared/day.js';
import type {
  OverrideStepKind,
  BandOverride,
  FacilityStanding,
  OverrideReason,
  NewOverride,
} from './band-override.js';

export abstract class OverridesRepository {
  abstract reasons(today: Day): Promise<OverrideReason[]>;
  abstract longestDays(): Promise<number>;
  /** The combined band by the model, undefined where there is no score that the asker may see. */
  abstract modelBandOf(facilityId: string): Promise<Band | undefined>;
  abstract add(override: NewOverride): Promise<string>;
  abstract addStep(overrideId: string, step: OverrideStepKind, note: string | null): Promise<void>;
  abstract find(overrideId: string, today: Day): Promise<BandOverride | undefined>;
  /** Every override of each place that the asker may see, newest first. */
  abstract historyOf(facilityIds: readonly string[], today: Day): Promise<BandOverride[]>;
  abstract standingsOf(
    facilityIds: readonly string[],
    today: Day,
  ): Promise<Omit<FacilityStanding, 'override'>[]>;
  /** Those of the asker's own unit that a second person has not decided on yet, oldest first. */
  abstract awaiting(today: Day): Promise<BandOverride[]>;
  /** The first visit of each authority after each override, in its time. */
  abstract outcomes(): Promise<OverriddenVisit[]>;
  abstract fewestVisits(): Promise<number>;
}
