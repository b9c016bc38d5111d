import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the matching made of each pair of records, and what people decided about them. */
export class CreateMatchCandidates1795375577680 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The estimated parameters that pairs were weighed by. A version is a hash of its parameters.
      create table match_models (
        version text primary key,
        parameters jsonb not null,
        created_at timestamptz not null default clock_timestamp()
      );

      -- Every pair above the lower threshold, as the latest matching weighed it.
      create table match_candidates (
        left_key text not null references source_records (source_key),
        right_key text not null references source_records (source_key),
        -- [{"field", "level", "weight"}]: the terms of the sum, in bits.
        weights jsonb not null,
        total_weight numeric(7, 3) not null,
        probability numeric(6, 5) not null check (probability between 0 and 1),
        -- APART only where a person decided so; what is below the lower threshold is not kept.
        state text not null check (state in ('LINKED', 'QUEUED', 'APART')),
        decided_by text not null check (decided_by in ('RULE', 'MODEL', 'PERSON')),
        model_version text not null references match_models (version),
        decided_at timestamptz not null default clock_timestamp(),
        primary key (left_key, right_key),
        check (left_key < right_key)
      );
      create index match_candidates_by_right on match_candidates (right_key);
      create index match_candidates_queued on match_candidates (probability desc, left_key, right_key)
        where state = 'QUEUED';

      -- What people decided; rows are only added. What no UNDO names holds, and binds every later matching.
      create table match_decisions (
        id uuid primary key default gen_random_uuid(),
        -- MERGE: each record of the left belongs to one place with each of the right. SPLIT and NEVER_LINK: none does.
        kind text not null check (kind in ('MERGE', 'SPLIT', 'NEVER_LINK', 'UNDO')),
        left_keys text[] not null check (cardinality(left_keys) > 0),
        right_keys text[] not null check (cardinality(right_keys) > 0),
        undoes uuid unique references match_decisions (id),
        reason text not null check (reason ~ '\\S'),
        -- Who decided, and for which authority.
        decided_by text not null,
        authority text not null check (authority in ('SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS')),
        decided_at timestamptz not null default clock_timestamp(),
        check ((kind = 'UNDO') = (undoes is not null)),
        check (not left_keys && right_keys)
      );
      create index match_decisions_by_record on match_decisions using gin ((left_keys || right_keys));

      grant select, insert, update, delete on match_candidates to samtilsyn_application;
      grant select, insert on match_models, match_decisions to samtilsyn_application;

      alter table match_models enable row level security; alter table match_models force row level security;
      alter table match_candidates enable row level security; alter table match_candidates force row level security;
      alter table match_decisions enable row level security; alter table match_decisions force row level security;
      create policy service_all on match_models using ((select is_service()));
      create policy service_all on match_candidates using ((select is_service()));
      create policy service_all on match_decisions using ((select is_service()));
      create policy staff_reads on match_models for select using ((select is_authority_staff()));
      -- Seen by those who see both records, which their own policies decide.
      create policy as_both_records on match_candidates for select
        using ((select is_authority_staff())
          and exists (select from source_records record where record.source_key = left_key)
          and exists (select from source_records record where record.source_key = right_key));
      create policy staff_reads on match_decisions for select using ((select is_authority_staff()));
      create policy clerk_decides on match_decisions for insert
        with check ((select is_authority_staff()) and (select identity_role()) = 'REGISTER_CLERK'
          and authority = (select identity_authority()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table match_decisions; drop table match_candidates; drop table match_models;');
  }
}
