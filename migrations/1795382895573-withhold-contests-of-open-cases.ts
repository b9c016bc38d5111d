import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_SEEN_RECORD = `exists (select from source_records record where record.source_key = data_contests.source_key)`;

/** What a place says against a visit or a finding tells of it: whoever may not know of the one does not see the other. */
export class WithholdContestsOfOpenCases1795382895573 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy staff_reads on data_contests;
      create policy staff_reads on data_contests for select using ((select is_authority_staff()) and ${OF_SEEN_RECORD}
        and (authority = (select identity_authority()) and coalesce(unit, (select identity_unit())) = (select identity_unit())
          or (visit_key is null
              or exists (select from inspection_visits visit where visit.visit_key = data_contests.visit_key))
            and (finding_key is null
              or exists (select from findings finding where finding.visit_key = data_contests.visit_key
                and finding.finding_key = data_contests.finding_key))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy staff_reads on data_contests;
      create policy staff_reads on data_contests for select using ((select is_authority_staff()) and ${OF_SEEN_RECORD});
    `);
  }
}
