import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that look like they hold a person number: shown masked, and kept here for the register clerk to decide on. */
export class CreateHeldTexts1795371697150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table held_texts (
        id bigint generated always as identity primary key,
        delivery_file_id bigint not null references delivery_files (id),
        source text not null,
        secrecy text not null check (secrecy in ('SHARED', 'OWNER_ONLY')),
        path text not null,
        line_number integer not null,
        -- The row's key as it may be shown.
        row_key text,
        -- The unit the row is about, where it says so: of a concern, its responsible unit alone may see the text.
        source_key text,
        -- Where in the row the text stands, e.g. findings.0.topic; raw_text for the line of a quarantined row.
        field text not null,
        -- As delivered; null once somebody decided that it is a person number.
        held_text text,
        shown_text text not null,
        held_at timestamptz not null default clock_timestamp(),
        decision text check (decision in ('PERSON_NUMBER', 'HARMLESS')),
        decided_by text,
        decided_at timestamptz,
        check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
        check ((held_text is null) = (decision is not null and decision = 'PERSON_NUMBER'))
      );
      -- The same text of the same row is held once, however often it is delivered.
      create unique index held_texts_once on held_texts (path, row_key, field, md5(shown_text)) nulls not distinct;
      create index held_texts_undecided on held_texts (id) where decision is null;

      grant select, insert on held_texts to samtilsyn_application;
      grant update (held_text, decision, decided_by, decided_at) on held_texts to samtilsyn_application;
      alter table held_texts enable row level security; alter table held_texts force row level security;
      create policy service_all on held_texts using ((select is_service()));
      create policy clerk_decides_own on held_texts
        using ((select is_authority_staff()) and (select identity_role()) = 'REGISTER_CLERK'
          and source in ((select identity_authority()), 'PLANNING')
          and (secrecy = 'SHARED' or exists (select from source_records record
            where record.source_key = held_texts.source_key and record.responsible_unit = (select identity_unit()))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table held_texts');
  }
}
