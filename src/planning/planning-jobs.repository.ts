import type { JobProgress, NewJob, PlanningJob } from './planning-job.js';

export abstract class PlanningJobsRepository {
  /** The id of a job that now runs; undefined where another one does. */
  abstract start(job: NewJob): Promise<string | undefined>;
  /** Notes progress and that the job lives; true where somebody wants it to stop. */
  abstract beat(id: string, progress: JobProgress): Promise<boolean>;
  abstract finish(
    id: string,
    end:
      | { readonly state: 'FINISHED'; readonly planId: string; readonly inputHash: string }
      | { readonly state: 'CANCELLED' | 'FAILED'; readonly message: string },
  ): Promise<void>;
  /** Asks the job to stop, in whatever process it runs; false where none with this id runs. */
  abstract requestCancel(id: string): Promise<boolean>;
  /** Jobs that have given no sign of life for so many seconds have failed. */
  abstract failSilent(seconds: number): Promise<void>;
  abstract find(id: string): Promise<PlanningJob | undefined>;
  abstract latest(limit: number): Promise<PlanningJob[]>;
}
