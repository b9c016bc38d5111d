import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the service refresh the planner's statistics after it wrote many rows; only a table's owner may analyze it. */
export class CreateRefreshStatistics1795367595681 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp
      as $$
      begin
        if not is_service() then
          raise insufficient_privilege using message = 'Only the service refreshes statistics.';
        end if;
        analyze register_rows, register_row_versions, quarantined_rows, delivery_files, source_records, facilities,
          facility_links, facility_profiles, inspection_visits, visit_occasions, findings, work_accidents,
          concern_reports, risk_runs, risk_scores, plans, planned_visits, planned_visit_parts, unplanned_inspections;
      end $$;
      revoke execute on function refresh_statistics() from public;
      grant execute on function refresh_statistics() to samtilsyn_application;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function refresh_statistics()');
  }
}
