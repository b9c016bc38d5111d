import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEPT = 'operator_name, operator_cvr_number, cvr_numbers, p_numbers, sor_codes, search_text';

/**
 * A P-number, a SOR code or a CVR number leads to the address in a public register: those of a place at a secret address
 * are kept apart from its profile, and shown to whom its records are shown. A search finds by them only for those.
 */
export class KeepIdentifiersOfSecretPlaces1795388795091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select set_config('samtilsyn.role', 'SERVICE', true); -- the policies hold the owner too, where it is no superuser
      create table secret_identifiers (
        facility_id uuid primary key references facilities (id),
        operator_name text,
        operator_cvr_number text,
        cvr_numbers text[] not null,
        p_numbers text[] not null,
        sor_codes text[] not null,
        search_text text not null
      );
      grant select, insert, update, delete on secret_identifiers to samtilsyn_application;
      alter table secret_identifiers enable row level security; alter table secret_identifiers force row level security;
      create policy service_all on secret_identifiers using ((select is_service()));
      create policy owner_reads on secret_identifiers for select to current_user using (true);
      create policy facility_reads_own on secret_identifiers for select
        using ((select identity_role()) = 'FACILITY_USER' and facility_id = (select identity_facility()));
      -- Of its records, the asker sees those of the own unit alone, and only where the role needs the address.
      create policy staff_reads on secret_identifiers for select using ((select is_authority_staff()) and exists (
        select from facility_links link join source_records record on record.source_key = link.source_key
        where link.facility_id = secret_identifiers.facility_id and link.valid_to is null
          and record.hides_address and record.authority = (select identity_authority())));

      insert into secret_identifiers (facility_id, ${KEPT})
        select facility_id, ${KEPT} from facility_profiles where has_secret_address;
      update facility_profiles set operator_name = null, operator_cvr_number = null, cvr_numbers = '{}', p_numbers = '{}',
        sor_codes = '{}', search_text = lower(name) where has_secret_address;
      alter table facility_profiles add constraint facility_profiles_tell_no_secret check (not has_secret_address
        or operator_name is null and operator_cvr_number is null and cvr_numbers = '{}' and p_numbers = '{}' and sor_codes = '{}');

      create or replace function own_facility_ids() returns uuid[] language sql stable parallel safe security definer
        set search_path = pg_catalog, public, pg_temp
        as $$ select case
            when identity_role() = 'FACILITY_USER' and identity_facility() is not null then array[identity_facility()]
            when identity_role() = 'OPERATOR_USER' and identity_cvr() is not null then array(
              select facility_id from facility_profiles where operator_cvr_number = identity_cvr()
              union all select facility_id from secret_identifiers where operator_cvr_number = identity_cvr())
            else '{}'::uuid[] end $$;
      drop policy operator_reads_own on facility_profiles;
      create policy operator_reads_own on facility_profiles for select
        using ((select identity_role()) = 'OPERATOR_USER' and facility_id = any ((select own_facility_ids())::uuid[]));
      select set_config('samtilsyn.role', '', true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select set_config('samtilsyn.role', 'SERVICE', true);
      drop policy operator_reads_own on facility_profiles;
      create policy operator_reads_own on facility_profiles for select
        using ((select identity_role()) = 'OPERATOR_USER' and operator_cvr_number = (select identity_cvr()));
      create or replace function own_facility_ids() returns uuid[] language sql stable parallel safe security definer
        set search_path = pg_catalog, public, pg_temp
        as $$ select case
            when identity_role() = 'FACILITY_USER' and identity_facility() is not null then array[identity_facility()]
            when identity_role() = 'OPERATOR_USER' and identity_cvr() is not null then
              array(select facility_id from facility_profiles where operator_cvr_number = identity_cvr())
            else '{}'::uuid[] end $$;
      alter table facility_profiles drop constraint facility_profiles_tell_no_secret;
      update facility_profiles profile set operator_name = kept.operator_name, operator_cvr_number = kept.operator_cvr_number,
        cvr_numbers = kept.cvr_numbers, p_numbers = kept.p_numbers, sor_codes = kept.sor_codes, search_text = kept.search_text
      from secret_identifiers kept where kept.facility_id = profile.facility_id;
      drop table secret_identifiers;
      select set_config('samtilsyn.role', '', true);
    `);
  }
}
