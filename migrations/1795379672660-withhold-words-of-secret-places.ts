import type { MigrationInterface, QueryRunner } from 'typeorm';

const TODAY = `(select (now() at time zone 'Europe/Copenhagen')::date)`;

/** Words about a place at a secret address may tell where it is: they go with its record. */
export class WithholdWordsOfSecretPlaces1795379672660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function sees_record(key text) returns boolean language sql stable parallel safe
        as $$ select exists (select from source_records record where record.source_key = key) $$;
      drop policy staff_reads on findings;
      create policy staff_reads on findings for select using ((select is_authority_staff())
        and exists (select from inspection_visits visit where visit.visit_key = findings.visit_key)
        and (authority = any ((select sources_shared_with_asker('FREE_TEXT'))::text[]) or is_own_case(authority, source_key))
        and sees_record(source_key));
      drop policy place_reads_own on findings;
      create policy place_reads_own on findings for select
        using (source_key = any ((select own_source_keys())::text[]) and sees_record(source_key));
      ${shownFindings('and sees_record(finding.source_key)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${shownFindings('')}
      drop policy place_reads_own on findings;
      create policy place_reads_own on findings for select using (source_key = any ((select own_source_keys())::text[]));
      drop policy staff_reads on findings;
      create policy staff_reads on findings for select using ((select is_authority_staff())
        and exists (select from inspection_visits visit where visit.visit_key = findings.visit_key)
        and (authority = any ((select sources_shared_with_asker('FREE_TEXT'))::text[]) or is_own_case(authority, source_key)));
      drop function sees_record(text);
    `);
  }
}

function shownFindings(condition: string): string {
  return `create or replace view shown_findings with (security_barrier) as
    select finding.visit_key, finding.finding_key, finding.authority, finding.source_key, finding.kind,
      case when (select is_service()) or (not (select is_authority_staff())
          or finding.authority = any ((select sources_shared_with_asker('FREE_TEXT'))::text[])
            or is_own_case(finding.authority, finding.source_key)) ${condition}
        then finding.topic end as topic,
      finding.source_term, finding.score, finding.severity, finding.is_serious, finding.due_on, finding.complied_on
    from findings finding join inspection_visits visit on visit.visit_key = finding.visit_key
    where (select is_service())
      or finding.source_key = any ((select own_source_keys())::text[])
      or (select is_authority_staff()) and (
        visit.available_on <= ${TODAY} and visit.authority = any ((select sources_shared_with_asker('OUTCOME'))::text[])
        or visit.authority = any ((select sources_shared_with_asker('OPEN_CASE'))::text[])
        or is_own_case(visit.authority, visit.source_key));`;
}
