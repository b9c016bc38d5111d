import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  COMPETENCE_REQUIREMENTS_2026,
  HOLIDAYS_2026_2030,
  OFFICE_AREAS_2026,
  PLANNING_PARAMETERS_2026,
  POLICY_RULES_2026,
} from './seeds/planning-2026.js';
import { sqlText } from './seeds/sql-text.js';

const ASSUMED = "'Antagelse uden kilde; en planlægger retter den', false";

/** First rows of policy, holidays and planning facts; none is confirmed. */
export class SeedPlanningData1795366842809 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into holidays (day, name, kind, source, is_confirmed) values
        ${HOLIDAYS_2026_2030.map((row) => `(${row.map(sqlText).join(', ')}, 'beregnet ud fra påskedag', false)`).join(',\n')};
      insert into policy_rules (authority, kind, facility_type, band, days, valid_from, valid_to, source, is_confirmed) values
        ${POLICY_RULES_2026.map((row) => `(${row.map(sqlText).join(', ')}, false)`).join(',\n')};
      insert into planning_parameters (name, authority, value, unit, source, valid_from, is_confirmed) values
        ${PLANNING_PARAMETERS_2026.map((row) => `(${row.map(sqlText).join(', ')}, '2014-01-01', false)`).join(',\n')};
      insert into office_areas (authority, region_code, office, valid_from, valid_to, source, is_confirmed) values
        ${OFFICE_AREAS_2026.map((row) => `(${row.map(sqlText).join(', ')}, ${ASSUMED})`).join(',\n')};
      insert into competence_requirements (authority, facility_type, competence, valid_from, source, is_confirmed) values
        ${COMPETENCE_REQUIREMENTS_2026.map((row) => `(${row.map(sqlText).join(', ')}, '2014-01-01', ${ASSUMED})`).join(',\n')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from competence_requirements;
      delete from office_areas;
      delete from planning_parameters;
      delete from policy_rules;
      delete from holidays;
    `);
  }
}
