import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { ConcernHistory } from '../../domain/risk/facility-history.js';
import type { TrainedModel } from '../../domain/risk/train-models.js';
import type { PlaceRange } from '../place-range.js';
import {
  OwnerOnlyRepository,
  type ShownOwnerScore,
  type StoredOwnerScore,
} from '../owner-only.repository.js';

const BATCH = 2_000;

@Injectable()
export class TypeormOwnerOnlyRepository extends OwnerOnlyRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async concerns({ from, to }: PlaceRange): Promise<Map<string, ConcernHistory[]>> {
    const rows = await this.transactions.query<ConcernHistory & { facilityId: string }>(
      `select link.facility_id as "facilityId", concern.concern_key as "concernKey",
         concern.received_on::text as "receivedOn", concern.gravity
       from concern_reports concern
       join facility_links link on link.valid_to is null and link.source_key = concern.source_key
       where link.facility_id between $1 and $2
       order by link.facility_id, concern.received_on, concern.concern_key`,
      [from, to],
    );
    return Map.groupBy(rows, (row) => row.facilityId);
  }

  async keepModel(runId: string, trained: TrainedModel): Promise<void> {
    await this.transactions.query(
      `insert into owner_models (run_id, authority, model, adoption) values ($1, $2, $3::jsonb, $4::jsonb)`,
      [runId, trained.model.authority, JSON.stringify(trained.model), JSON.stringify(trained.adoption)],
    );
    await this.transactions.query('delete from must_visit_by where authority = $1', [
      trained.model.authority,
    ]);
  }

  async addScores(runId: string, scores: readonly StoredOwnerScore[]): Promise<void> {
    for (let from = 0; from < scores.length; from += BATCH) {
      await this.transactions.query(KEEP, [runId, JSON.stringify(scores.slice(from, from + BATCH))]);
    }
  }

  async currentScores(facilityIds: readonly string[]): Promise<ShownOwnerScore[]> {
    return this.transactions.query<ShownOwnerScore>(
      `select score.facility_id as "facilityId", score.authority, score.responsible_unit as unit,
         run.as_of::text as "asOf", score.points, score.probability, score.band,
         score.contributions, due.must_visit_by::text as "mustVisitBy"
       from (select id, as_of from risk_runs where state = 'FINISHED' order by finished_at desc limit 1) run
       join owner_scores score on score.run_id = run.id
       join must_visit_by due on due.facility_id = score.facility_id and due.authority = score.authority
       where score.facility_id = any ($1::uuid[]) order by score.facility_id`,
      [facilityIds],
    );
  }
}

// A place that no unit of the authority supervises has nobody to show the score to, and gets none.
const KEEP = `
  with told as (
    select score.*, unit.responsible_unit
    from jsonb_to_recordset($2::jsonb) as score ("facilityId" uuid, authority text, points integer,
      probability double precision, band text, contributions jsonb, "mustVisitBy" date)
    join lateral (
      select record.responsible_unit from facility_links link
      join source_records record on record.source_key = link.source_key and record.ended_on is null
      where link.valid_to is null and link.facility_id = score."facilityId" and record.authority = score.authority
        and record.responsible_unit is not null
      order by record.source_key limit 1
    ) unit on true
  ), due as (
    insert into must_visit_by (facility_id, authority, responsible_unit, must_visit_by)
    select "facilityId", authority, responsible_unit, "mustVisitBy" from told
  )
  insert into owner_scores (run_id, facility_id, authority, responsible_unit, points, probability, band, contributions)
  select $1, "facilityId", authority, responsible_unit, points, probability, band, contributions from told`;
