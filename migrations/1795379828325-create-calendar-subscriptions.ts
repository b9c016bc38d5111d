import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secret addresses by which an employee's own calendar program fetches the visits of an office. */
export class CreateCalendarSubscriptions1795379828325 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_subscriptions (
        id uuid primary key default gen_random_uuid(),
        -- SHA-256 of what stands in the address: who reads this table cannot fetch anything.
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        person text not null,
        authority text not null,
        responsible_unit text not null,
        -- Null: all offices of the unit.
        office text,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null default clock_timestamp() + interval '180 days',
        revoked_at timestamptz,
        fetched_at timestamptz,
        foreign key (responsible_unit, authority) references responsible_units (code, authority)
      );
      create index calendar_subscriptions_by_person on calendar_subscriptions (person) where revoked_at is null;
      grant select, insert, update (revoked_at, fetched_at) on calendar_subscriptions to samtilsyn_application;
      alter table calendar_subscriptions enable row level security; alter table calendar_subscriptions force row level security;
      create policy service_all on calendar_subscriptions using ((select is_service()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_subscriptions');
  }
}
