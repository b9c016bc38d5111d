import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { PlanningJobsRepository } from '../planning-jobs.repository.js';
import type { JobProgress, NewJob, PlanningJob } from '../planning-job.js';

const JOB = `select id, kind, state, based_on as "basedOn", causes, plan_id as "planId", seed_commitment as "seedCommitment",
  input_hash as "inputHash", phase, done, total, upper_bound as "upperBound", value, gap, message,
  started_at as "startedAt", heartbeat_at as "heartbeatAt", finished_at as "finishedAt" from planning_jobs`;

@Injectable()
export class TypeormPlanningJobsRepository extends PlanningJobsRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async start(job: NewJob): Promise<string | undefined> {
    const [started] = await this.transactions.query<{ id: string }>(
      `insert into planning_jobs (kind, state, based_on, requested_by, authority, responsible_unit, seed_commitment, budgets, causes)
       values ($1, 'RUNNING', $2, $3, $4, $5, $6, $7, $8) on conflict (state) where state = 'RUNNING' do nothing returning id`,
      [
        job.kind,
        job.basedOn,
        job.requestedBy,
        job.authority,
        job.responsibleUnit,
        job.seedCommitment,
        job.budgets === null ? null : JSON.stringify(job.budgets),
        job.causes,
      ],
    );
    return started?.id;
  }

  async beat(id: string, progress: JobProgress): Promise<boolean> {
    const [job] = await this.transactions.query<{ is_unwanted: boolean }>(
      `with beaten as (update planning_jobs set phase = $2, done = $3, total = $4, upper_bound = $5, value = $6, gap = $7,
         heartbeat_at = clock_timestamp() where id = $1 and state = 'RUNNING' returning cancel_requested_at)
       select cancel_requested_at is not null as is_unwanted from beaten`,
      [id, progress.phase, progress.done, progress.total, progress.upperBound, progress.value, progress.gap],
    );
    // A job that was declared dead meanwhile must stop too.
    return job?.is_unwanted !== false;
  }

  async finish(id: string, end: Parameters<PlanningJobsRepository['finish']>[1]): Promise<void> {
    await this.transactions.query(
      `update planning_jobs set state = $2, plan_id = $3, input_hash = $4, message = $5, finished_at = clock_timestamp()
       where id = $1 and state = 'RUNNING'`,
      [
        id,
        end.state,
        end.state === 'FINISHED' ? end.planId : null,
        end.state === 'FINISHED' ? end.inputHash : null,
        end.state === 'FINISHED' ? null : end.message,
      ],
    );
  }

  async requestCancel(id: string): Promise<boolean> {
    const asked = await this.transactions.query<object>(
      `with asked as (update planning_jobs set cancel_requested_at = coalesce(cancel_requested_at, clock_timestamp())
         where id = $1 and state = 'RUNNING' returning id) select id from asked`,
      [id],
    );
    return asked.length > 0;
  }

  async failSilent(seconds: number): Promise<void> {
    await this.transactions.query(
      `update planning_jobs set state = 'FAILED', message = 'The process that planned has ended.', finished_at = clock_timestamp()
       where state = 'RUNNING' and heartbeat_at < clock_timestamp() - make_interval(secs => $1)`,
      [seconds],
    );
  }

  async find(id: string): Promise<PlanningJob | undefined> {
    const [job] = await this.transactions.query<PlanningJob>(`${JOB} where id = $1`, [id]);
    return job;
  }

  async latest(limit: number): Promise<PlanningJob[]> {
    return this.transactions.query<PlanningJob>(`${JOB} order by started_at desc limit $1`, [limit]);
  }
}
