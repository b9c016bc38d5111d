import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  COMBINATION_WEIGHTS,
  DOCUMENTATION_TOPICS,
  RISK_BANDS_OF_PRIORITY,
  VULNERABILITY_LEVELS,
} from './seeds/risk-at-stake.js';
import { sqlText } from './seeds/sql-text.js';

/**
 * Beside how likely a serious finding is: how bad it is, how vulnerable the residents are, and documentation faults as a
 * dimension of their own. The combined points order the work list, so the bands say what they mean now.
 */
export class ScoreWhatIsAtStake1795387541050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table combination_rules (
        version integer not null,
        dimension text not null check (dimension in ('SEVERITY', 'VULNERABILITY')),
        -- What an ordinary place has, 0 - 4, and the hundredths of a point of each step from it.
        usual numeric(3, 1) not null check (usual between 0 and 4),
        hundredths_per_step integer not null check (hundredths_per_step between 0 and 2500),
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        primary key (version, dimension)
      );
      create table vulnerability_levels (
        version integer not null,
        kind text not null check (kind in ('FACILITY_TYPE', 'TARGET_GROUP')),
        term text not null,
        level smallint not null check (level between 0 and 4),
        source text not null,
        is_confirmed boolean not null,
        primary key (version, kind, term)
      );
      -- What is about what a place writes down, not about what it does.
      create table documentation_topics (
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        finding_kind text not null check (finding_kind in ('THEME_SCORE', 'REACTION', 'CHECKPOINT', 'OVERALL')),
        topic text not null,
        valid_from date not null,
        source text not null,
        is_confirmed boolean not null,
        primary key (authority, finding_kind, topic)
      );
      insert into combination_rules (version, dimension, usual, hundredths_per_step, valid_from, source, is_confirmed) values
        ${COMBINATION_WEIGHTS.map((row) => `(1, ${row.map(sqlText).join(', ')}, '2014-01-01', 'proposal', false)`).join(',\n')};
      insert into vulnerability_levels (version, kind, term, level, source, is_confirmed) values
        ${VULNERABILITY_LEVELS.map((row) => `(1, ${row.map(sqlText).join(', ')}, 'proposal', false)`).join(',\n')};
      insert into documentation_topics (authority, finding_kind, topic, valid_from, source, is_confirmed) values
        ${DOCUMENTATION_TOPICS.map((row) => `(${row.map(sqlText).join(', ')}, '2014-01-01', 'proposal', false)`).join(',\n')};
      insert into risk_bands (version, band, lower_points, meaning_da, meaning_en, triggers_da, triggers_en, valid_from,
        source, is_confirmed) values
        ${RISK_BANDS_OF_PRIORITY.map((row) => `(3, ${row.map(sqlText).join(', ')}, '2014-01-01', 'proposal', false)`).join(',\n')};
      grant select on combination_rules, vulnerability_levels, documentation_topics to samtilsyn_application;

      -- Of combined scores alone; likelihood in hundredths of a point.
      alter table risk_scores
        add column likelihood_points integer check (likelihood_points between 0 and 10000),
        add column severity double precision check (severity between 0 and 4),
        add column vulnerability smallint check (vulnerability between 0 and 4),
        add column documentation double precision check (documentation between 0 and 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table risk_scores drop column likelihood_points, drop column severity, drop column vulnerability,
        drop column documentation;
      delete from risk_bands where version = 3;
      drop table documentation_topics;
      drop table vulnerability_levels;
      drop table combination_rules;
    `);
  }
}
