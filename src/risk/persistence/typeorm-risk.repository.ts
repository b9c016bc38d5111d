import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { FacilityHistory } from '../../domain/risk/facility-history.js';
import type { RiskModel } from '../../domain/risk/model/risk-model.js';
import type {
  CombinationRule,
  DimensionWeight,
  VulnerabilityLevel,
} from '../../domain/risk/dimensions/combination-rule.js';
import type { Standing } from '../../domain/risk/registry/compare-bands.js';
import type { RiskBand } from '../../domain/risk/risk-bands.js';
import type { TrainedModel } from '../../domain/risk/train-models.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import { RiskRepository } from '../risk.repository.js';
import type { PlaceRange } from '../place-range.js';
import type { CurrentScore, RiskRun, RunProgress, StoredScore } from '../risk-run.js';
import { readHistories } from './read-histories.js';

const BATCH = 2_000;

@Injectable()
export class TypeormRiskRepository extends RiskRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async lastDeliveredOn(): Promise<Day | undefined> {
    return this.day(`select max(delivered_on)::text as day from delivery_files where state = 'FINISHED'`);
  }

  async firstVisitOn(): Promise<Day | undefined> {
    return this.day('select min(occurred_on)::text as day from inspection_visits');
  }

  async histories(range?: PlaceRange): Promise<FacilityHistory[]> {
    return readHistories(this.transactions, range);
  }

  async placeRanges(most: number): Promise<{ ranges: PlaceRange[]; places: number }> {
    const rows = await this.transactions.query<PlaceRange & { places: number }>(
      `select (array_agg(facility_id order by facility_id))[1] as "from",
         (array_agg(facility_id order by facility_id desc))[1] as "to", count(*)::int as places
       from (select facility_id, (row_number() over (order by facility_id) - 1) / $1 as part from facility_profiles) place
       group by part order by part`,
      [most],
    );
    return {
      ranges: rows.map(({ from, to }) => ({ from, to })),
      places: rows.reduce((sum, { places }) => sum + places, 0),
    };
  }

  async bands(asOf: Day): Promise<RiskBand[]> {
    const rows = await this.transactions.query<{ [key: string]: string | number | boolean }>(
      `select band, lower_points as "lowerPoints", meaning_da, meaning_en, triggers_da, triggers_en, is_confirmed
       from risk_bands
       where version = (select version from risk_bands where valid_from <= $1 order by valid_from desc, version desc limit 1)
       order by lower_points`,
      [asOf],
    );
    return rows.map((row) => ({
      band: row['band'] as RiskBand['band'],
      lowerPoints: row['lowerPoints'] as number,
      meaning: { da: row['meaning_da'] as string, en: row['meaning_en'] as string },
      triggers: { da: row['triggers_da'] as string, en: row['triggers_en'] as string },
      confirmed: row['is_confirmed'] as boolean,
    }));
  }

  async combinationRule(asOf: Day): Promise<CombinationRule> {
    const weights = await this.transactions.query<
      DimensionWeight & { dimension: string; version: number; confirmed: boolean }
    >(
      `select version, dimension, usual::float, hundredths_per_step as "hundredthsPerStep", is_confirmed as confirmed
       from combination_rules
       where version = (select version from combination_rules where valid_from <= $1 order by valid_from desc, version desc limit 1)`,
      [asOf],
    );
    const of = (dimension: string): DimensionWeight => {
      const row = weights.find((weight) => weight.dimension === dimension);
      if (row) return { usual: row.usual, hundredthsPerStep: row.hundredthsPerStep };
      throw new Error(`No row of combination_rules weighs ${dimension} on ${asOf}; add one.`);
    };
    const [first] = weights;
    const vulnerabilityLevels = await this.transactions.query<VulnerabilityLevel>(
      'select kind, term, level from vulnerability_levels where version = $1 order by kind, term',
      [first?.version ?? 0],
    );
    return {
      version: first?.version ?? 0,
      severity: of('SEVERITY'),
      vulnerability: of('VULNERABILITY'),
      vulnerabilityLevels,
      confirmed: weights.every(({ confirmed }) => confirmed),
    };
  }

  async lockScoring(): Promise<boolean> {
    const [lock] = await this.transactions.query<{ is_taken: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('samtilsyn scoring')) as is_taken`,
    );
    return lock?.is_taken === true;
  }

  async failInterruptedRuns(): Promise<void> {
    await this.transactions.query(
      `update risk_runs set state = 'FAILED', message = 'Interrupted.', finished_at = clock_timestamp() where state = 'RUNNING'`,
    );
  }

  async startRun(asOf: Day, requestedBy: string): Promise<string> {
    const [run] = await this.transactions.query<{ id: string }>(
      `insert into risk_runs (as_of, state, requested_by) values ($1, 'RUNNING', $2) returning id`,
      [asOf, requestedBy],
    );
    return run!.id;
  }

  async finishRun(runId: string, facilities: number): Promise<void> {
    await this.transactions.query(
      `update risk_runs set state = 'FINISHED', facilities = $2, finished_at = clock_timestamp() where id = $1`,
      [runId, facilities],
    );
  }

  async failRun(runId: string, message: string): Promise<void> {
    await this.transactions.query(
      `update risk_runs set state = 'FAILED', message = $2, finished_at = clock_timestamp() where id = $1`,
      [runId, message],
    );
  }

  async noteProgress(runId: string, { phase, done, total }: RunProgress): Promise<boolean> {
    const [run] = await this.transactions.query<{ is_unwanted: boolean }>(
      `with noted as (
         update risk_runs set phase = $2, done = $3, total = $4 where id = $1 and state = 'RUNNING' returning is_unwanted
       ) select is_unwanted from noted`,
      [runId, phase, done, total],
    );
    return run?.is_unwanted === true;
  }

  async requestCancel(runId: string): Promise<boolean> {
    const rows = await this.transactions.query(
      `with noted as (
         update risk_runs set is_unwanted = true where id = $1 and state = 'RUNNING' returning id
       ) select id from noted`,
      [runId],
    );
    return rows.length > 0;
  }

  async cancelRun(runId: string, message: string): Promise<void> {
    await this.transactions.query(
      `update risk_runs set state = 'CANCELLED', message = $2, finished_at = clock_timestamp() where id = $1`,
      [runId, message],
    );
  }

  async findRun(runId: string): Promise<RiskRun | undefined> {
    const [run] = await this.transactions.query<RiskRun>(
      `select id, as_of::text as "asOf", state, facilities, message, started_at as "startedAt",
         finished_at as "finishedAt",
         case when phase is not null then jsonb_build_object('phase', phase, 'done', done, 'total', total) end as progress
       from risk_runs where id = $1`,
      [runId],
    );
    return run;
  }

  async nextModelVersion(): Promise<number> {
    const [row] = await this.transactions.query<{ version: number }>(
      'select coalesce(max(version), 0) + 1 as version from risk_models',
    );
    return row!.version;
  }

  async addModels(models: readonly TrainedModel[], version: number): Promise<Map<Authority, string>> {
    const rows = await this.transactions.query<{ id: string; authority: Authority }>(
      `insert into risk_models (authority, version, trained_through, training_rows, model, adoption)
       select model ->> 'authority', $2, (model ->> 'trainedThrough')::date, (model ->> 'rows')::int, model, adoption
       from jsonb_to_recordset($1::jsonb) as trained (model jsonb, adoption jsonb) returning id, authority`,
      [JSON.stringify(models), version],
    );
    return new Map(rows.map((row) => [row.authority, row.id]));
  }

  async modelIds(version: number): Promise<Map<Authority, string>> {
    const rows = await this.transactions.query<{ id: string; authority: Authority }>(
      'select id, authority from risk_models where version = $1',
      [version],
    );
    return new Map(rows.map((row) => [row.authority, row.id]));
  }

  async modelsById(ids: readonly string[]): Promise<Map<string, RiskModel>> {
    const rows = await this.transactions.query<{ id: string; model: RiskModel }>(
      'select id, model from risk_models where id = any ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, model }) => [id, model]));
  }

  async addScores(runId: string, scores: readonly StoredScore[]): Promise<void> {
    for (let from = 0; from < scores.length; from += BATCH) {
      await this.transactions.query(
        `insert into risk_scores (run_id, facility_id, authority, points, probability, band, has_too_little_data,
           contributions, missing, model_id, low_points, high_points, low_probability, high_probability,
           likelihood_points, severity, vulnerability, documentation)
         select $1, "facilityId", authority, points, probability, band, "hasTooLittleData", contributions, missing, "modelId",
           (interval ->> 'lowPoints')::int, (interval ->> 'highPoints')::int,
           (interval ->> 'lowProbability')::float, (interval ->> 'highProbability')::float,
           (dimensions ->> 'likelihoodPoints')::int, (dimensions ->> 'severity')::float,
           (dimensions ->> 'vulnerability')::int, (dimensions ->> 'documentation')::float
         from jsonb_to_recordset($2::jsonb) as score ("facilityId" uuid, authority text, points integer,
           probability double precision, band text, "hasTooLittleData" boolean, contributions jsonb, missing jsonb, "modelId" uuid,
           interval jsonb, dimensions jsonb)`,
        [runId, JSON.stringify(scores.slice(from, from + BATCH))],
      );
    }
  }

  async currentBands(): Promise<Map<string, Standing>> {
    const rows = await this.transactions.query<Standing & { facilityId: string }>(
      `select facility_id as "facilityId", points, band from risk_scores where authority = 'COMBINED'
       and run_id = (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1)`,
    );
    return new Map(rows.map(({ facilityId, points, band }) => [facilityId, { points, band }]));
  }

  async currentScores(facilityIds: readonly string[]): Promise<CurrentScore[]> {
    type Row = CurrentScore['authorities'][number] & Pick<CurrentScore, 'runId' | 'asOf' | 'scoredAt'>;
    const rows = await this.transactions.query<Row>(
      `select score.facility_id as "facilityId", run.id as "runId", run.as_of::text as "asOf",
         run.finished_at as "scoredAt", score.authority, score.points, score.probability, score.band,
         case when score.low_points is not null then jsonb_build_object('lowPoints', score.low_points, 'highPoints',
           score.high_points, 'lowProbability', score.low_probability, 'highProbability', score.high_probability) end as interval,
         case when score.authority = 'COMBINED' then jsonb_build_object('likelihoodPoints', score.likelihood_points,
           'severity', score.severity, 'vulnerability', score.vulnerability, 'documentation', score.documentation) end as dimensions,
         score.has_too_little_data as "hasTooLittleData", model.model ->> 'method' as method, score.contributions, score.missing,
         model.version as "modelVersion", model.trained_through::text as "trainedThrough", score.model_id as "modelId"
       from (select * from risk_runs where state = 'FINISHED' order by finished_at desc limit 1) run
       join risk_scores score on score.run_id = run.id
       left join risk_models model on model.id = score.model_id
       where score.facility_id = any ($1::uuid[])
       order by score.facility_id, array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], score.authority)`,
      [facilityIds],
    );
    return [...Map.groupBy(rows, (row) => row.facilityId)].flatMap(([facilityId, scores]) => {
      const combined = scores.find((score) => score.authority === 'COMBINED');
      if (!combined?.dimensions) return [];
      const { runId, asOf, scoredAt, dimensions } = combined;
      return [
        {
          facilityId,
          runId,
          asOf,
          scoredAt,
          combined,
          dimensions,
          authorities: scores.filter((score) => score !== combined),
        },
      ];
    });
  }

  private async day(sql: string): Promise<Day | undefined> {
    const [row] = await this.transactions.query<{ day: Day | null }>(sql);
    return row?.day ?? undefined;
  }
}
