import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { OverriddenVisit } from '../../domain/risk/judgement/override-report.js';
import type { Band } from '../../domain/risk/risk-bands.js';
import type { Day } from '../../domain/shared/day.js';
import { OverridesRepository } from '../overrides.repository.js';
import type {
  BandOverride,
  FacilityStanding,
  NewOverride,
  OverrideReason,
  OverrideStepKind,
} from '../band-override.js';

const CURRENT_RUN = `(select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1)`;

/** With what was decided and how it stands on day $1; a newer one in force has taken the place of an older one. */
const OVERRIDES = `
  select overridden.id, overridden.facility_id as "facilityId", profile.name as "facilityName", model_band as "modelBand", band,
    reason_code as "reasonCode", explanation, secrecy, expires_on::text as "expiresOn",
    needs_confirmation as "needsConfirmation", overridden.authority, overridden.unit, requested_by as "requestedBy",
    requested_at as "requestedAt", coalesce(taken.steps, '[]') as steps,
    case when taken.kinds && array['WITHDRAWN'] then 'WITHDRAWN' when taken.kinds && array['REFUSED'] then 'REFUSED'
      when expires_on <= $1::date then 'EXPIRED'
      when needs_confirmation and not coalesce(taken.kinds && array['CONFIRMED'], false) then 'AWAITING'
      when overridden.id in (select id from overrides_in_force($1::date)) then 'IN_FORCE' else 'EXPIRED' end as state
  from band_overrides overridden
  left join facility_profiles profile on profile.facility_id = overridden.facility_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('step', step, 'note', note, 'person', person, 'takenAt', taken_at) order by id) as steps,
      array_agg(step) as kinds from band_override_steps where override_id = overridden.id
  ) taken on true`;

// What the authority's next visit found: the first one after the override, before it ended or was taken back.
const OUTCOMES = `
  select band_rank(overridden.band) > band_rank(overridden.model_band) as "isUp", overridden.reason_code as "reasonCode", visit.is_serious as "isSerious",
    score.probability as expected
  from band_overrides overridden
  join risk_scores score on score.run_id = overridden.run_id and score.facility_id = overridden.facility_id
    and score.authority <> 'COMBINED' and score.probability is not null
  cross join lateral (
    select inspection.is_serious from facility_links link
    join inspection_visits inspection on inspection.source_key = link.source_key and inspection.authority = score.authority
    where link.facility_id = overridden.facility_id and link.valid_to is null
      and inspection.occurred_on > (overridden.requested_at at time zone 'Europe/Copenhagen')::date
      and inspection.occurred_on < overridden.expires_on and inspection.is_serious is not null
    order by inspection.occurred_on, inspection.visit_key limit 1
  ) visit
  where (not overridden.needs_confirmation
      or exists (select from band_override_steps step where step.override_id = overridden.id and step.step = 'CONFIRMED'))
    and not exists (select from band_override_steps step where step.override_id = overridden.id and step.step in ('REFUSED', 'WITHDRAWN'))`;

@Injectable()
export class TypeormOverridesRepository extends OverridesRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async reasons(today: Day): Promise<OverrideReason[]> {
    return this.transactions.query<OverrideReason>(
      `select code, jsonb_build_object('da', label_da, 'en', label_en) as label, secrecy, is_confirmed as "isConfirmed"
       from override_reasons where $1::date between valid_from and coalesce(valid_to, $1::date) order by secrecy desc, code`,
      [today],
    );
  }

  async longestDays(): Promise<number> {
    return this.parameter('OVERRIDE_LONGEST_DAYS');
  }

  async modelBandOf(facilityId: string): Promise<Band | undefined> {
    const [row] = await this.transactions.query<{ band: Band }>(
      `select band from risk_scores where run_id = ${CURRENT_RUN} and authority = 'COMBINED' and facility_id = $1`,
      [facilityId],
    );
    return row?.band;
  }

  async add({ facilityId, band, reasonCode, explanation, expiresOn }: NewOverride): Promise<string> {
    const [row] = await this.transactions.query<{ id: string }>(
      `insert into band_overrides (facility_id, band, reason_code, explanation, expires_on)
       values ($1, $2, $3, $4, $5) returning id`,
      [facilityId, band, reasonCode, explanation, expiresOn],
    );
    return row!.id;
  }

  async addStep(overrideId: string, step: OverrideStepKind, note: string | null): Promise<void> {
    await this.transactions.query(
      'insert into band_override_steps (override_id, step, note) values ($1, $2, $3)',
      [overrideId, step, note],
    );
  }

  async find(overrideId: string, today: Day): Promise<BandOverride | undefined> {
    const [row] = await this.transactions.query<BandOverride>(`${OVERRIDES} where overridden.id = $2`, [
      today,
      overrideId,
    ]);
    return row;
  }

  async historyOf(facilityIds: readonly string[], today: Day): Promise<BandOverride[]> {
    return this.transactions.query<BandOverride>(
      `${OVERRIDES} where overridden.facility_id = any ($2::uuid[]) order by requested_at desc`,
      [today, facilityIds],
    );
  }

  async standingsOf(
    facilityIds: readonly string[],
    today: Day,
  ): Promise<Omit<FacilityStanding, 'override'>[]> {
    return this.transactions.query(
      `select score.facility_id as "facilityId", score.band as "modelBand",
         coalesce(overridden.band, score.band) as "effectiveBand"
       from risk_scores score left join overrides_in_force($1::date) overridden on overridden.facility_id = score.facility_id
       where score.run_id = ${CURRENT_RUN} and score.authority = 'COMBINED' and score.facility_id = any ($2::uuid[])`,
      [today, facilityIds],
    );
  }

  async awaiting(today: Day): Promise<BandOverride[]> {
    return this.transactions.query<BandOverride>(
      `select * from (${OVERRIDES} where overridden.authority = identity_authority() and overridden.unit = identity_unit()) listed
       where state = 'AWAITING' order by "requestedAt"`,
      [today],
    );
  }

  async outcomes(): Promise<OverriddenVisit[]> {
    return this.transactions.query<OverriddenVisit>(OUTCOMES);
  }

  async fewestVisits(): Promise<number> {
    return this.parameter('OVERRIDE_REPORT_FEWEST');
  }

  private async parameter(name: string): Promise<number> {
    const [row] = await this.transactions.query<{ value: number }>(
      'select judgement_parameter($1) as value',
      [name],
    );
    return row!.value;
  }
}
