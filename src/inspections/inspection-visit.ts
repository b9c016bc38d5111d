import type { Authority } from '../domain/shared/authority.js';
import type { Day } from '../domain/shared/day.js';

/** A completed visit of one authority at a place. */
export interface InspectionVisitRow {
  readonly facilityId: string;
  /** Of the register; never shown. */
  readonly key: string;
  /** The same, or one that tells nothing, where the asker may not see the visited unit's record. */
  readonly visitKey: string;
  readonly sourceKey: string | null;
  readonly authority: Authority;
  readonly occurredOn: Day;
  readonly availableOn: Day;
  readonly form: 'ANNOUNCED' | 'UNANNOUNCED' | 'WRITTEN' | null;
  readonly qualityModel: string | null;
  readonly isSerious: boolean | null;
  readonly severity: number | null;
  /** Only for the owning authority: why it came can reveal a complaint. */
  readonly occasionSourceTerm: string | null;
}

/** What an authority noted at a visit, in its own words beside the common severity. */
export interface FindingRow {
  readonly visitKey: string;
  readonly findingKey: string;
  readonly kind: 'THEME_SCORE' | 'REACTION' | 'CHECKPOINT' | 'OVERALL';
  readonly topic: string | null;
  readonly sourceTerm: string;
  readonly score: number | null;
  readonly severity: number | null;
  readonly dueOn: Day | null;
  readonly compliedOn: Day | null;
}

export interface VisitQuery {
  /** Latest visits per place, 1 or more. */
  readonly limit: number;
  readonly authority?: Authority;
}
