import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operators see their places, machines their authority's records, inspectors no score, and fewer a secret address. */
export class NarrowWhoSeesWhat1795377242505 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await operators(runner);
    await secretAddresses(runner);
    await machines(runner);
    await blindInspectors(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view shown_visit_parts;
      drop policy owner_reads on planned_visit_parts;
      drop policy machine_reads_own on findings;
      drop policy machine_reads_own on inspection_visits;
      drop policy machine_reads_own on facility_links;
      drop policy machine_reads_own on source_records;
      drop policy operator_reads_own on facility_profiles;
      ${OF_THE_PLACE.map(({ table }) => `drop policy place_reads_own on ${table};`).join('\n')}
      ${BLIND.map(
        (table) => `drop policy staff_reads on ${table};
        create policy staff_reads on ${table} for select using ((select is_authority_staff()));`,
      ).join('\n')}
      drop policy staff_reads on risk_models;
      create policy staff_reads on risk_models for select using ((select is_authority_staff()));
      drop policy staff_reads on source_records;
      create policy staff_reads on source_records for select
        using ((select is_authority_staff()) and (not hides_address or authority = (select identity_authority())));
      drop policy clerk_decides_own on held_texts;
      create policy clerk_decides_own on held_texts
        using ((select is_authority_staff()) and (select identity_role()) = 'REGISTER_CLERK'
          and source in ((select identity_authority()), 'PLANNING')
          and (secrecy = 'SHARED' or exists (select from source_records record
            where record.source_key = held_texts.source_key and record.responsible_unit = (select identity_unit()))));
      drop policy as_the_records on match_decisions;
      create policy staff_reads on match_decisions for select using ((select is_authority_staff()));
      create policy facility_reads_own on facilities for select using (id = (select identity_facility()));
      create policy facility_reads_own on facility_links for select using (facility_id = (select identity_facility()));
      create policy facility_reads_own on source_records for select
        using (source_key in (select link.source_key from facility_links link
          where link.facility_id = (select identity_facility()) and link.valid_to is null));
      create policy facility_reads_own on inspection_visits for select
        using (source_key in (select link.source_key from facility_links link
          where link.facility_id = (select identity_facility()) and link.valid_to is null));
      create policy facility_reads_own on findings for select
        using (source_key in (select link.source_key from facility_links link
          where link.facility_id = (select identity_facility()) and link.valid_to is null));
      create policy facility_reads_own on facility_data_uses for select
        using ((select identity_role()) = 'FACILITY_USER' and facility_id = (select identity_facility())
          and quarter + interval '3 months' <= (select (now() at time zone 'Europe/Copenhagen')::date - audit_period('DATA_USE_DELAY')));
      drop function identity_sees_scores_of(uuid);
      drop function own_source_keys();
      drop policy owner_reads on source_records;
      drop policy owner_reads on facility_links;
      drop policy owner_reads on facility_profiles;
      drop function own_facility_ids();
      alter table facility_profiles drop column operator_cvr_number;
    `);
  }
}

/** What a place's user and its operator's users read, with the condition that makes a row theirs. */
const OF_THE_PLACE: readonly { table: string; condition: string }[] = [
  { table: 'facilities', condition: 'id = any ((select own_facility_ids())::uuid[])' },
  {
    table: 'facility_links',
    condition: 'facility_id = any ((select own_facility_ids())::uuid[]) and source_key = any ((select own_source_keys())::text[])',
  },
  {
    table: 'source_records',
    condition: `source_key = any ((select own_source_keys())::text[]) and (not hides_address or (select identity_role()) = 'FACILITY_USER')`,
  },
  { table: 'inspection_visits', condition: 'source_key = any ((select own_source_keys())::text[])' },
  { table: 'findings', condition: 'source_key = any ((select own_source_keys())::text[])' },
  {
    table: 'facility_data_uses',
    condition: `facility_id = any ((select own_facility_ids())::uuid[])
      and quarter + interval '3 months' <= (select (now() at time zone 'Europe/Copenhagen')::date - audit_period('DATA_USE_DELAY'))`,
  },
]; // prettier-ignore

async function operators(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Who runs the place today: cvr_numbers also holds what a register has not yet corrected. Null where the registers
    -- leave it open, and where the place has ended.
    alter table facility_profiles add column operator_cvr_number text;
    create index facility_profiles_by_operator on facility_profiles (operator_cvr_number);

    -- The functions below run as the owner, whom the policies bind too where it is no superuser.
    create policy owner_reads on facility_profiles for select to current_user using (true);
    create policy owner_reads on facility_links for select to current_user using (true);
    create policy owner_reads on source_records for select to current_user using (true);

    -- The places that the asker stands for; empty for everybody else.
    create function own_facility_ids() returns uuid[] language sql stable parallel safe security definer
      set search_path = pg_catalog, public, pg_temp
      as $$ select case
          when identity_role() = 'FACILITY_USER' and identity_facility() is not null then array[identity_facility()]
          when identity_role() = 'OPERATOR_USER' and identity_cvr() is not null then
            array(select facility_id from facility_profiles where operator_cvr_number = identity_cvr())
          else '{}'::uuid[] end $$;
    -- The registers' records of those places. What a register still says of another operator is not this one's.
    create function own_source_keys() returns text[] language sql stable parallel safe security definer
      set search_path = pg_catalog, public, pg_temp
      as $$ select case when cardinality(own.ids) = 0 then '{}'::text[] else array(
          select link.source_key from facility_links link
          join source_records record on record.source_key = link.source_key
          where link.facility_id = any (own.ids) and link.valid_to is null
            and (identity_role() = 'FACILITY_USER'
              or coalesce(record.facts ->> 'cvrNumber', record.sor_facts ->> 'cvrNumber', identity_cvr()) = identity_cvr())
        ) end from own_facility_ids() as own (ids) $$;

    ${OF_THE_PLACE.map(
      ({ table, condition }) => `
      drop policy facility_reads_own on ${table};
      create policy place_reads_own on ${table} for select using (${condition});`,
    ).join('')}
    create policy operator_reads_own on facility_profiles for select
      using ((select identity_role()) = 'OPERATOR_USER' and operator_cvr_number = (select identity_cvr()));
  `);
}

async function secretAddresses(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A record at a secret address is for those of its own unit who go there, plan that, or mend the record.
    drop policy staff_reads on source_records;
    create policy staff_reads on source_records for select
      using ((select is_authority_staff()) and (not hides_address
        or authority = (select identity_authority())
          and (authority <> 'SOCIALTILSYNET' or responsible_unit = (select identity_unit()))
          and (select identity_role()) in ('VISITING_INSPECTOR', 'PLANNER', 'REGISTER_CLERK')));

    -- A held text of such a record goes with the record.
    drop policy clerk_decides_own on held_texts;
    create policy clerk_decides_own on held_texts
      using ((select is_authority_staff()) and (select identity_role()) = 'REGISTER_CLERK'
        and source in ((select identity_authority()), 'PLANNING')
        and (secrecy = 'SHARED' and source_key is null or exists (select from source_records record
          where record.source_key = held_texts.source_key
            and (secrecy = 'SHARED' or record.responsible_unit = (select identity_unit())))));

    -- The reason of a decision is free text, and may tell what its records tell.
    drop policy staff_reads on match_decisions;
    create policy as_the_records on match_decisions for select
      using ((select is_authority_staff()) and not exists (
        select from unnest(left_keys || right_keys) as decided (key)
        where not exists (select from source_records record where record.source_key = decided.key)));
  `);
}

async function machines(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A program of an authority reads back what that authority's own registers delivered, and which place it belongs to.
    create policy machine_reads_own on source_records for select
      using ((select identity_role()) = 'INTEGRATION_CLIENT' and authority = (select identity_authority())
        and (authority <> 'SOCIALTILSYNET' or responsible_unit = (select identity_unit())));
    create policy machine_reads_own on facility_links for select
      using ((select identity_role()) = 'INTEGRATION_CLIENT'
        and exists (select from source_records record where record.source_key = facility_links.source_key));
    create policy machine_reads_own on inspection_visits for select
      using ((select identity_role()) = 'INTEGRATION_CLIENT' and authority = (select identity_authority())
        and exists (select from source_records record where record.source_key = inspection_visits.source_key));
    create policy machine_reads_own on findings for select
      using ((select identity_role()) = 'INTEGRATION_CLIENT' and authority = (select identity_authority())
        and exists (select from source_records record where record.source_key = findings.source_key));
  `);
}

/** Tables that show a score, or what follows from one. */
const BLIND = ['risk_scores', 'unplanned_inspections', 'planned_visit_parts'];

async function blindInspectors(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Whoever is to judge a place judges it without knowing its score: the one place where that is decided.
    create function identity_sees_scores_of(facility uuid) returns boolean language sql stable parallel safe
      as $$ select is_authority_staff() and identity_role() <> 'VISITING_INSPECTOR' $$;

    drop policy staff_reads on risk_models;
    create policy staff_reads on risk_models for select
      using ((select is_authority_staff()) and (select identity_role()) <> 'VISITING_INSPECTOR');
    ${BLIND.map(
      (table) => `
      drop policy staff_reads on ${table};
      create policy staff_reads on ${table} for select using ((select is_authority_staff())
        and ((select identity_role()) <> 'VISITING_INSPECTOR' or identity_sees_scores_of(facility_id)));`,
    ).join('')}

    -- Inspectors see that and when they go, but neither the reasons nor the latest day, which depends on the band.
    create policy owner_reads on planned_visit_parts for select to current_user using (true);
    create view shown_visit_parts with (security_barrier) as
      select part.planned_visit_id, part.plan_id, part.facility_id, part.authority, part.responsible_unit, part.office,
        part.hours, part.form,
        case when is_service() or identity_sees_scores_of(part.facility_id) then part.latest_on end as latest_on,
        case when is_service() or identity_sees_scores_of(part.facility_id) then part.reasons else '[]' end as reasons
      from planned_visit_parts part
      where (select is_service()) or (select is_authority_staff());
    grant select on shown_visit_parts to samtilsyn_application;
  `);
}
