import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCE = 'Antagelse, ikke lov: et sted i dette bånd skal ikke vente længere; ubekræftet';

/** How long a place of a band may wait for its visit, and how soon somebody comes after a serious event. */
export class BoundWaitingByBand1795380739004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table policy_rules drop constraint policy_rules_kind_check;
      alter table policy_rules add constraint policy_rules_kind_check check (kind in ('MIN_INTERVAL', 'MAX_INTERVAL',
        'NOTICE_AT_LEAST', 'NOTICE_AT_MOST', 'MAX_WAIT', 'AFTER_SERIOUS_EVENT'));
      insert into policy_rules (authority, kind, band, days, valid_from, source, is_confirmed)
        select authority, 'MAX_WAIT', band, days, '2026-01-01', '${SOURCE}', false
        from (values ('SOCIALTILSYNET'), ('ARBEJDSTILSYNET'), ('STPS')) as authorities (authority),
          (values ('VERY_HIGH', 56), ('HIGH', 182)) as waits (band, days);
      insert into policy_rules (authority, kind, days, valid_from, source, is_confirmed)
        select authority, 'AFTER_SERIOUS_EVENT', 14, '2026-01-01', 'Antagelse: en alvorlig hændelse følges op inden for to uger; ubekræftet', false
        from (values ('SOCIALTILSYNET'), ('ARBEJDSTILSYNET'), ('STPS')) as authorities (authority);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from policy_rules where kind in ('MAX_WAIT', 'AFTER_SERIOUS_EVENT');
      alter table policy_rules drop constraint policy_rules_kind_check;
      alter table policy_rules add constraint policy_rules_kind_check check (kind in ('MIN_INTERVAL', 'MAX_INTERVAL',
        'NOTICE_AT_LEAST', 'NOTICE_AT_MOST'));
    `);
  }
}
