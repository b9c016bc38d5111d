import type { EntityManager } from 'typeorm';
import type { ProfileChanges } from '../facilities.repository.js';

const BATCH = 5_000;

const INSERT = `
  insert into told_profiles (facility_id, name, street, postal_code, town, municipality_code, has_secret_address,
    facility_type, capacity_places, employees, operator_name, operator_cvr_number, cvr_numbers, p_numbers, sor_codes, authorities,
    responsible_unit, value_sources, search_text, ended_on)
  select "facilityId", name, street, "postalCode", town, "municipalityCode", "hasSecretAddress", "facilityType",
    "capacityPlaces", employees, "operatorName", "operatorCvrNumber", "cvrNumbers", "pNumbers", "sorCodes", authorities, "responsibleUnit",
    "valueSources", "searchText", "endedOn"
  from jsonb_to_recordset($1::jsonb) as profile ("facilityId" uuid, name text, street text, "postalCode" text, town text,
    "municipalityCode" text, "hasSecretAddress" boolean, "facilityType" text, "capacityPlaces" integer,
    employees integer, "operatorName" text, "operatorCvrNumber" text, "cvrNumbers" text[], "pNumbers" text[], "sorCodes" text[],
    authorities text[], "responsibleUnit" text, "valueSources" jsonb, "searchText" text, "endedOn" date)`;

// An address is hidden from other authorities as soon as any register keeps it secret.
const HIDE_ADDRESSES = `
  update source_records set hides_address = told.hides
  from (
    select record.source_key, bool_or((record.facts ->> 'hasSecretAddress')::boolean or profile.has_secret_address) as hides
    from source_records record
    join facility_links link on link.source_key = record.source_key and link.valid_to is null
    join facility_profiles profile on profile.facility_id = link.facility_id
    where $1::text[] is null or record.source_key = any ($1)
    group by record.source_key
  ) told
  where told.source_key = source_records.source_key and source_records.hides_address <> told.hides`;

// Profiles are compared as text, column by column in the order of the table: most stay as they are.
const REMOVE_OTHERWISE_TOLD = `
  delete from facility_profiles known using told_profiles told
  where told.facility_id = known.facility_id and told::text <> known::text`;
const REMOVE_UNTOLD = `
  delete from facility_profiles known where not exists (
    select from told_profiles told where told.facility_id = known.facility_id)`;
const REMOVE_GONE = 'delete from facility_profiles where facility_id = any ($1::uuid[])';
const ADD = `
  insert into facility_profiles select * from told_profiles on conflict (facility_id) do nothing`;

// A place whose address is no longer secret is told without any.
const REMOVE_SECRETS_OTHERWISE_TOLD = `
  delete from secret_identifiers known using told_profiles profile
  where profile.facility_id = known.facility_id and not exists (
    select from told_secrets told where told.facility_id = known.facility_id and told::text = known::text)`;
const REMOVE_UNTOLD_SECRETS = `
  delete from secret_identifiers known where not exists (
    select from told_secrets told where told.facility_id = known.facility_id)`;
const REMOVE_GONE_SECRETS = 'delete from secret_identifiers where facility_id = any ($1::uuid[])';
const ADD_SECRETS = `
  insert into secret_identifiers select * from told_secrets on conflict (facility_id) do nothing`;
const INSERT_SECRETS = `
  insert into told_secrets (facility_id, operator_name, operator_cvr_number, cvr_numbers, p_numbers, sor_codes, search_text)
  select "facilityId", "operatorName", "operatorCvrNumber", "cvrNumbers", "pNumbers", "sorCodes", "searchText"
  from jsonb_to_recordset($1::jsonb) as secret ("facilityId" uuid, "operatorName" text, "operatorCvrNumber" text,
    "cvrNumbers" text[], "pNumbers" text[], "sorCodes" text[], "searchText" text)`;

/** Brings profiles up to date: they are derived, so nothing is lost; what is unchanged is left alone. */
export async function changeProfiles(
  manager: EntityManager,
  { told, isWhole, gone, sourceKeys }: ProfileChanges,
): Promise<void> {
  await manager.query('create temp table told_profiles (like facility_profiles) on commit drop');
  for (let from = 0; from < told.length; from += BATCH) {
    await manager.query(INSERT, [JSON.stringify(told.slice(from, from + BATCH))]);
  }
  await manager.query('analyze told_profiles');
  await manager.query('create temp table told_secrets (like secret_identifiers) on commit drop');
  const secrets = told.flatMap(({ facilityId, secret }) => (secret ? [{ facilityId, ...secret }] : []));
  await manager.query(INSERT_SECRETS, [JSON.stringify(secrets)]);
  await manager.query(REMOVE_OTHERWISE_TOLD);
  await manager.query(REMOVE_SECRETS_OTHERWISE_TOLD);
  if (isWhole) {
    await manager.query(REMOVE_UNTOLD);
    await manager.query(REMOVE_UNTOLD_SECRETS);
  } else {
    await manager.query(REMOVE_GONE, [gone]);
    await manager.query(REMOVE_GONE_SECRETS, [gone]);
  }
  await manager.query(ADD);
  await manager.query(ADD_SECRETS);
  await manager.query(HIDE_ADDRESSES, [isWhole ? null : sourceKeys]);
}
