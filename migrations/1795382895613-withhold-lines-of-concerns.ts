import type { MigrationInterface, QueryRunner } from 'typeorm';

const WITHOUT_CONCERNS = `(select is_authority_staff()) and (select identity_role()) in ('REGISTER_CLERK', 'AUTHORITY_MANAGER')
  and secrecy = 'SHARED' and source in ((select identity_authority()), 'PLANNING')
  and (not may_tell_address or (select identity_role()) = 'REGISTER_CLERK' and told_unit = (select identity_unit()))`;

/**
 * A broken line of a visit that a concern occasioned tells of the concern: of the five socialtilsyn that share the file,
 * only the one whose place the line names sees it. A line whose place cannot be told is for the service alone.
 */
export class WithholdLinesOfConcerns1795382895613 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table quarantined_rows add column may_tell_concern boolean
        generated always as (path = 'socialtilsynet/tilsyn.csv' and raw_text ~* 'henven|bekym') stored;
      drop policy clerk_reads_own on quarantined_rows;
      create policy clerk_reads_own on quarantined_rows for select using (${WITHOUT_CONCERNS}
        and (not may_tell_concern or exists (select from source_records record
          where record.source_key = 'socialtilsynet:' || split_part(raw_text, ';', 2) || '/' || split_part(raw_text, ';', 3)
            and record.responsible_unit = (select identity_unit()))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy clerk_reads_own on quarantined_rows;
      create policy clerk_reads_own on quarantined_rows for select using (${WITHOUT_CONCERNS});
      alter table quarantined_rows drop column may_tell_concern;
    `);
  }
}
