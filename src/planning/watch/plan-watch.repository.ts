import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import type { PlanningCause } from '../planning-job.js';

/** An absence that somebody registered; never why. */
export interface InspectorAbsence {
  readonly id: string;
  readonly authority: Authority;
  readonly unit: ResponsibleUnit;
  readonly inspector: string;
  readonly from: Day;
  readonly to: Day;
}

export type NewAbsence = Pick<InspectorAbsence, 'inspector' | 'from' | 'to'>;

export abstract class PlanWatchRepository {
  /** The published plan and what has happened to it since it was made or last replanned; undefined where none is published. */
  abstract changesSincePlanned(
    today: Day,
  ): Promise<{ planId: string; causes: readonly PlanningCause[] } | undefined>;
  /** Those in force from a day on that the asker may see. */
  abstract absences(on: Day): Promise<InspectorAbsence[]>;
  /** Undefined where the asker's unit has no such inspector. */
  abstract addAbsence(absence: NewAbsence, by: string): Promise<InspectorAbsence | undefined>;
  abstract withdrawAbsence(id: string, by: string): Promise<boolean>;
}
