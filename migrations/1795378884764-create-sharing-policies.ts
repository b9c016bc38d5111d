import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one authority lets another see, dated and with its legal basis; enforced by the policies of the tables. */
export class CreateSharingPolicies1795378884764 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sharing(runner);
    await findings(runner);
    await brokenRows(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy clerk_reads_own on quarantined_rows;
      create policy clerk_reads_own on quarantined_rows for select
        using ((select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
          and secrecy = 'SHARED' and source in ((select identity_authority()), 'PLANNING'));
      alter table quarantined_rows drop column may_tell_address, drop column told_unit;
      drop view shown_findings;
      drop policy owner_reads on findings;
      drop policy staff_reads on findings;
      create policy staff_reads on findings for select using ((select is_authority_staff()));
      drop policy staff_reads on work_accidents;
      create policy staff_reads on work_accidents for select using ((select is_authority_staff()));
      drop policy staff_reads on inspection_visits;
      create policy staff_reads on inspection_visits for select using ((select is_authority_staff()));
      drop policy owner_reads on inspection_visits;
      drop function is_own_case(text, text);
      drop function sources_shared_with_asker(text);
      drop table sharing_policies;
    `);
  }
}

const PUBLISHED = {
  SOCIALTILSYNET: 'Tilbudsportalen viser temavurderinger, påbud og skærpet tilsyn (lov om socialtilsyn § 8); ubekræftet efter L 200',
  ARBEJDSTILSYNET: 'BEK 877 af 28-06-2024: besøg og afgørelser offentliggøres pr. P-enhed; ubekræftet',
  STPS: 'Tilsynsrapporter offentliggøres på styrelsens hjemmeside; hjemmel ubekræftet',
}; // prettier-ignore
const NECESSARY = 'Forvaltningsloven § 28, stk. 2: væsentlig betydning for modtagerens opgave; ubekræftet';

async function sharing(runner: QueryRunner): Promise<void> {
  const rows = Object.entries(PUBLISHED).flatMap(([source, basis]) => [
    [source, 'OUTCOME', basis],
    [source, 'FREE_TEXT', basis],
  ]);
  rows.push(['ARBEJDSTILSYNET', 'ACCIDENTS', NECESSARY]);
  await runner.query(`
    -- OUTCOME: that there was a visit and what it found, once others could know of it. OPEN_CASE: before that. FREE_TEXT:
    -- the authority's own words about a finding. ACCIDENTS: accidents at work. What no row shares is the owner's alone;
    -- of the socialtilsyn each is an owner, and another one is a receiver like any other.
    create table sharing_policies (
      source text not null check (source in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
      field_class text not null check (field_class in ('OUTCOME', 'OPEN_CASE', 'FREE_TEXT', 'ACCIDENTS')),
      shared_with text not null check (shared_with in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
      valid_from date not null,
      valid_to date check (valid_to >= valid_from),
      legal_basis text not null check (legal_basis <> ''),
      is_confirmed boolean not null,
      primary key (source, field_class, shared_with, valid_from)
    );
    grant select on sharing_policies to samtilsyn_application;
    insert into sharing_policies (source, field_class, shared_with, valid_from, legal_basis, is_confirmed)
      select shared.source, field_class, receiver, '2014-01-01', basis, false
      from (values ${rows.map((row) => `(${row.map((text) => `'${text}'`).join(', ')})`).join(', ')}) as shared (source, field_class, basis)
      cross join (values ('SOCIALTILSYNET'), ('ARBEJDSTILSYNET'), ('STPS')) as authority (receiver);

    create function sources_shared_with_asker(wanted text) returns text[] language sql stable parallel safe
      as $$ select array(select source from sharing_policies
        where field_class = wanted and shared_with = identity_authority()
          and (now() at time zone 'Europe/Copenhagen')::date between valid_from and coalesce(valid_to, 'infinity')) $$;
    -- A case of the asker's own authority; of the socialtilsyn, of the own one.
    create function is_own_case(owner text, key text) returns boolean language sql stable parallel safe
      as $$ select owner = identity_authority() and (owner <> 'SOCIALTILSYNET' or exists (
        select from source_records record where record.source_key = key and record.responsible_unit = identity_unit())) $$;
  `);
}

const TODAY = `(select (now() at time zone 'Europe/Copenhagen')::date)`;

async function findings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create policy owner_reads on inspection_visits for select to current_user using (true);
    create policy owner_reads on findings for select to current_user using (true);
    drop policy staff_reads on inspection_visits;
    create policy staff_reads on inspection_visits for select using ((select is_authority_staff()) and (
      available_on <= ${TODAY} and authority = any ((select sources_shared_with_asker('OUTCOME'))::text[])
      or authority = any ((select sources_shared_with_asker('OPEN_CASE'))::text[])
      or is_own_case(authority, source_key)));
    drop policy staff_reads on work_accidents;
    create policy staff_reads on work_accidents for select using ((select is_authority_staff())
      and ((select identity_authority()) = 'ARBEJDSTILSYNET'
        or 'ARBEJDSTILSYNET' = any ((select sources_shared_with_asker('ACCIDENTS'))::text[])));

    -- The whole row for whoever may read the words in it; without the words for whoever may know of the visit.
    drop policy staff_reads on findings;
    create policy staff_reads on findings for select using ((select is_authority_staff())
      and exists (select from inspection_visits visit where visit.visit_key = findings.visit_key)
      and (authority = any ((select sources_shared_with_asker('FREE_TEXT'))::text[]) or is_own_case(authority, source_key)));
    create view shown_findings with (security_barrier) as
      select finding.visit_key, finding.finding_key, finding.authority, finding.source_key, finding.kind,
        case when (select is_service()) or not (select is_authority_staff())
            or finding.authority = any ((select sources_shared_with_asker('FREE_TEXT'))::text[])
            or is_own_case(finding.authority, finding.source_key)
          then finding.topic end as topic,
        finding.source_term, finding.score, finding.severity, finding.is_serious, finding.due_on, finding.complied_on
      from findings finding join inspection_visits visit on visit.visit_key = finding.visit_key
      where (select is_service())
        or finding.source_key = any ((select own_source_keys())::text[])
        or (select is_authority_staff()) and (
          visit.available_on <= ${TODAY} and visit.authority = any ((select sources_shared_with_asker('OUTCOME'))::text[])
          or visit.authority = any ((select sources_shared_with_asker('OPEN_CASE'))::text[])
          or is_own_case(visit.authority, visit.source_key));
    grant select on shown_findings to samtilsyn_application;
  `);
}

const UNITS = [
  ['Nord', 'NORD'],
  ['Midt', 'MIDT'],
  ['Syd', 'SYD'],
  ['Øst', 'OEST'],
  ['Hovedstaden', 'HOVEDSTADEN'],
] as const;

async function brokenRows(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- A broken line of the places that the five socialtilsyn share may tell where a crisis centre is: of a line that
    -- names one, or from which it cannot be told, the clerks of the socialtilsyn that it names see the text, and no other.
    alter table quarantined_rows
      add column told_unit text generated always as (case
        ${UNITS.map(([name, code]) => `when raw_text ~* 'socialtilsyn ${name}' then 'SOCIALTILSYN_${code}'`).join('\n        ')}
      end) stored,
      add column may_tell_address boolean generated always as (path = 'socialtilsynet/tilbud.csv'
        and (raw_text ~* 'krise|109' or raw_text !~* 'botilbud|forsorgshjem|døgntilbud')) stored;
    drop policy clerk_reads_own on quarantined_rows;
    create policy clerk_reads_own on quarantined_rows for select
      using ((select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
        and secrecy = 'SHARED' and source in ((select identity_authority()), 'PLANNING')
        and (not may_tell_address or (select identity_role()) = 'REGISTER_CLERK' and told_unit = (select identity_unit())));
  `);
}
