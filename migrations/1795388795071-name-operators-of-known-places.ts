import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places that were matched before operators were kept have one at once, not from the next matching on: as it finds it. */
export class NameOperatorsOfKnownPlaces1795388795071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      select set_config('samtilsyn.role', 'SERVICE', true); -- the policies hold the owner too, where it is no superuser
      update facility_profiles profile set operator_cvr_number = named.cvr_number
      from (
        select distinct on (facility_id) facility_id, case when count(distinct cvr_number) = 1 then min(cvr_number) end as cvr_number
        from (
          select link.facility_id, record.authority, coalesce(record.facts ->> 'cvrNumber', record.sor_facts ->> 'cvrNumber') as cvr_number
          from facility_links link join source_records record on record.source_key = link.source_key
          where link.valid_to is null and record.ended_on is null
        ) told where cvr_number <> '' group by facility_id, authority
        order by facility_id, array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], authority)
      ) named
      where named.facility_id = profile.facility_id and profile.operator_cvr_number is null;
      select set_config('samtilsyn.role', '', true);
    `);
  }

  // The next matching would write the same.
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
