import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The policies below hold the owner of the tables too, where it is no superuser: rows are changed as the service. */
const AS_SERVICE = `select set_config('samtilsyn.role', 'SERVICE', true);`;
const AS_NOBODY = `select set_config('samtilsyn.role', '', true);`;

/** An id that counts up tells how much there is that somebody does not see, and when: what is shown has a random one. */
export class RandomIdsOfBrokenLines1795387426307 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${AS_SERVICE}
      alter table quarantined_rows add column random_id uuid not null default gen_random_uuid();
      alter table row_mends add column line_id uuid;
      update row_mends set line_id = line.random_id from quarantined_rows line where line.id = row_mends.quarantined_row_id;
      ${DROP_POLICIES}
      alter table row_mends drop column quarantined_row_id;
      alter table row_mends rename column line_id to quarantined_row_id;
      alter table quarantined_rows drop column id;
      alter table quarantined_rows rename column random_id to id;
      ${KEYS}
      alter table held_texts drop column id;
      alter table held_texts add column id uuid primary key default gen_random_uuid();
      create index held_texts_undecided on held_texts (held_at, id) where decision is null;
      ${AS_NOBODY}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${AS_SERVICE}
      alter table quarantined_rows add column counted_id bigint generated always as identity;
      alter table row_mends add column line_id bigint;
      update row_mends set line_id = line.counted_id from quarantined_rows line where line.id = row_mends.quarantined_row_id;
      ${DROP_POLICIES}
      alter table row_mends drop column quarantined_row_id;
      alter table row_mends rename column line_id to quarantined_row_id;
      alter table quarantined_rows drop column id;
      alter table quarantined_rows rename column counted_id to id;
      ${KEYS}
      alter table held_texts drop column id;
      alter table held_texts add column id bigint generated always as identity primary key;
      create index held_texts_undecided on held_texts (id) where decision is null;
      ${AS_NOBODY}
    `);
  }
}

const DROP_POLICIES = `
  drop policy clerk_reads_own on row_mends;
  drop policy clerk_mends_own on row_mends;`;

const KEYS = `
  alter table quarantined_rows add primary key (id);
  alter table row_mends alter column quarantined_row_id set not null,
    add foreign key (quarantined_row_id) references quarantined_rows (id);
  create unique index row_mends_once on row_mends (quarantined_row_id) where state in ('WAITING', 'APPLIED');
  create policy clerk_reads_own on row_mends for select
    using (exists (select from quarantined_rows where quarantined_rows.id = row_mends.quarantined_row_id));
  create policy clerk_mends_own on row_mends for insert
    with check (state = 'WAITING' and (select identity_role()) = 'REGISTER_CLERK' and exists (
      select from quarantined_rows row where row.id = row_mends.quarantined_row_id
        and row.source = row_mends.source and row.path = row_mends.path and row.raw_text = row_mends.original_text));`;
