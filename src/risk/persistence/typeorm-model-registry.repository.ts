import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { DriftSnapshot } from '../../domain/risk/registry/drift-alarms.js';
import type { ModelDecision } from '../../domain/risk/registry/version-in-force.js';
import type { TrainedModel } from '../../domain/risk/train-models.js';
import { ModelRegistryRepository, type KeptDecision } from '../model-registry.repository.js';

@Injectable()
export class TypeormModelRegistryRepository extends ModelRegistryRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async versions(): Promise<number[]> {
    const rows = await this.transactions.query<{ version: number }>(
      'select distinct version from risk_models order by version',
    );
    return rows.map(({ version }) => version);
  }

  async modelsOf(version: number): Promise<TrainedModel[]> {
    return this.transactions.query<TrainedModel>(
      `select model, adoption from risk_models where version = $1
       order by array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], authority)`,
      [version],
    );
  }

  async decisions(): Promise<KeptDecision[]> {
    return this.transactions.query<KeptDecision>(
      `select version, decision, reason, decided_by as "decidedBy", decided_at as "decidedAt" from model_decisions order by id`,
    );
  }

  async decide({ version, decision }: ModelDecision, reason: string, decidedBy: string): Promise<void> {
    await this.transactions.query(
      'insert into model_decisions (version, decision, reason, decided_by) values ($1, $2, $3, $4)',
      [version, decision, reason, decidedBy],
    );
  }

  async snapshots(version: number): Promise<{ before: DriftSnapshot[]; now: DriftSnapshot[] }> {
    const rows = await this.transactions.query<DriftSnapshot & { isFirst: boolean; isLatest: boolean }>(
      SNAPSHOTS,
      [version],
    );
    return { before: rows.filter((row) => row.isFirst), now: rows.filter((row) => row.isLatest) };
  }
}

const SNAPSHOTS = `
  with run as (
    select distinct run.id, run.as_of, run.finished_at from risk_runs run
    join risk_scores score on score.run_id = run.id
    join risk_models model on model.id = score.model_id
    where run.state = 'FINISHED' and model.version = $1
  ), ends as (
    select run.*, finished_at = min(finished_at) over () as is_first, finished_at = max(finished_at) over () as is_latest from run
  )
  select score.authority, min((model.model ->> 'outcomeDefinition')::int) as "outcomeDefinition",
    avg(score.points)::float as "meanPoints", avg(jsonb_array_length(score.missing))::float as "meanMissing",
    (select count(*) from inspection_visits visit where visit.authority = score.authority and visit.is_serious is not null
       and visit.occurred_on > ends.as_of - 365 and visit.available_on <= ends.as_of)::int as visits,
    (select count(*) from inspection_visits visit where visit.authority = score.authority and visit.is_serious
       and visit.occurred_on > ends.as_of - 365 and visit.available_on <= ends.as_of)::int as serious,
    ends.is_first as "isFirst", ends.is_latest as "isLatest"
  from ends
  join risk_scores score on score.run_id = ends.id and score.authority <> 'COMBINED'
  join risk_models model on model.id = score.model_id
  where ends.is_first or ends.is_latest
  group by score.authority, ends.as_of, ends.is_first, ends.is_latest order by score.authority`;
