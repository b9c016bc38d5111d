import { parseDay } from '../../domain/shared/day.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { PageRequest } from '../../graphql/page-request.js';
import type { FacilityFilter, FacilityOrder, FacilitySort } from '../facility-list.js';

export const FACILITY_COLUMNS = `
  profile.facility_id as id, profile.name, profile.street, profile.postal_code as "postalCode", profile.town,
  profile.municipality_code as "municipalityCode", municipality.name as "municipalityName",
  profile.has_secret_address as "hasSecretAddress", profile.facility_type as "facilityType",
  profile.capacity_places as "capacityPlaces", coalesce(secret.operator_name, profile.operator_name) as "operatorName",
  coalesce(secret.cvr_numbers, profile.cvr_numbers) as "cvrNumbers",
  coalesce(secret.p_numbers, profile.p_numbers) as "pNumbers",
  coalesce(secret.sor_codes, profile.sor_codes) as "sorCodes",
  profile.authorities, profile.responsible_unit as "responsibleUnit", profile.ended_on::text as "endedOn"`;

export const FACILITY_TABLES = `
  facility_profiles profile left join municipalities municipality on municipality.code = profile.municipality_code
  left join secret_identifiers secret on secret.facility_id = profile.facility_id`;

const OPEN_EVENTS = `
  select facility_id from serious_events event
  where not exists (select from serious_event_resolutions where event_id = event.id)`;

// The score of the latest finished run, the band that people set instead, and open serious events: each as far as the
// asker may see it. A facility's user sees none, so nothing can be ordered by it.
const SCORE_JOIN = `
  left join risk_scores score on score.facility_id = profile.facility_id and score.authority = 'COMBINED'
    and score.run_id = (select id from risk_runs where state = 'FINISHED' order by finished_at desc limit 1)
  left join overrides_in_force((now() at time zone 'Europe/Copenhagen')::date) overridden
    on overridden.facility_id = profile.facility_id
  left join (select distinct facility_id from (${OPEN_EVENTS}) open) urgent on urgent.facility_id = profile.facility_id`;

const EFFECTIVE_BAND = 'coalesce(overridden.band, score.band)';

// Serious events before everything, then the band that counts, then the points.
const RISK_KEY = `(case when urgent.facility_id is null then 0 else 1000000 end
  + coalesce(band_rank(${EFFECTIVE_BAND}) * 20000 + score.points, -1))`;

const LAST_VISIT_JOIN = `
  left join lateral (
    select max(visit.occurred_on) as occurred_on from facility_links link
    join inspection_visits visit on visit.source_key = link.source_key
    where link.facility_id = profile.facility_id and link.valid_to is null
  ) last_visit on true`;

const NEVER = '0001-01-01';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The value a list is sorted by, never null, and the type that a cursor's text is read back as. */
const SORTS: Readonly<Record<FacilitySort, { key: string; type: string }>> = {
  RISK: { key: RISK_KEY, type: 'integer' },
  // For those who may not see the risk: serious events, then the names.
  URGENT: {
    key: `(case when profile.facility_id in (${OPEN_EVENTS}) then '0' else '1' end || profile.name) collate "da-x-icu"`,
    type: 'text collate "da-x-icu"',
  },
  NAME: { key: 'profile.name collate "da-x-icu"', type: 'text collate "da-x-icu"' },
  MUNICIPALITY: {
    key: `coalesce(municipality.name, '') collate "da-x-icu"`,
    type: 'text collate "da-x-icu"',
  },
  CAPACITY: { key: 'coalesce(profile.capacity_places, -1)', type: 'integer' },
  LAST_VISIT: { key: `coalesce(last_visit.occurred_on, '${NEVER}')`, type: 'date' },
};

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

class Conditions {
  readonly parameters: unknown[] = [];
  readonly parts: string[] = [];

  add(condition: (place: string) => string, value: unknown): void {
    if (value == null || value === '') return;
    this.parameters.push(value);
    this.parts.push(condition(`$${this.parameters.length}`));
  }

  get where(): string {
    return this.parts.length > 0 ? `where ${this.parts.join(' and ')}` : '';
  }
}

function conditionsOf(filter: FacilityFilter): Conditions {
  const conditions = new Conditions();
  for (const word of searchWords(filter.search)) {
    conditions.add(
      (place) => `(profile.search_text like ${place} escape '\\'
        or profile.facility_id in (select facility_id from secret_identifiers where search_text like ${place} escape '\\'))`,
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    );
  }
  conditions.add((place) => `profile.municipality_code = ${place}`, filter.municipalityCode);
  conditions.add((place) => `profile.responsible_unit = ${place}`, filter.responsibleUnit);
  conditions.add((place) => `profile.facility_type = ${place}`, filter.facilityType);
  conditions.add((place) => `${place} = any (profile.authorities)`, filter.authority);
  conditions.add((place) => `${EFFECTIVE_BAND} = ${place}`, filter.band);
  conditions.add(
    (place) => `profile.municipality_code in (select municipality_code from municipality_regions
      where region_code = ${place} and current_date between valid_from and coalesce(valid_to, current_date))`,
    filter.regionCode,
  );
  if (!filter.includeEnded) conditions.parts.push('profile.ended_on is null');
  return conditions;
}

/** The words of a search as the search text holds them: lower case; every one of them must occur. */
export function searchWords(search: string | undefined): string[] {
  return (search ?? '').toLowerCase().replace(/,/g, ' ').split(/\s+/).filter(Boolean).slice(0, 10);
}

export function countFacilities(filter: FacilityFilter): Statement {
  const conditions = conditionsOf(filter);
  const join = filter.band == null ? '' : SCORE_JOIN;
  return {
    sql: `select count(*)::int as count from ${FACILITY_TABLES} ${join} ${conditions.where}`,
    parameters: conditions.parameters,
  };
}

/** One row more than asked for, so that the caller sees whether there is a next page. */
export function pageOfFacilities(filter: FacilityFilter, order: FacilityOrder, page: PageRequest): Statement {
  const { key, type } = SORTS[order.by];
  const conditions = conditionsOf(filter);
  const isDescending = order.isDescending !== page.isBackward;
  if (page.cursor !== undefined) {
    const [value, id] = readCursor(page.cursor, order);
    conditions.parameters.push(value, id);
    const place = conditions.parameters.length;
    conditions.parts.push(
      `(${key}, profile.facility_id) ${isDescending ? '<' : '>'} ($${place - 1}::${type}, $${place}::uuid)`,
    );
  }
  const direction = isDescending ? 'desc' : 'asc';
  const joins = `${order.by === 'RISK' || filter.band != null ? SCORE_JOIN : ''} ${order.by === 'LAST_VISIT' ? LAST_VISIT_JOIN : ''}`;
  return {
    sql: `select ${FACILITY_COLUMNS}, (${key})::text as "sortValue" from ${FACILITY_TABLES} ${joins} ${conditions.where}
      order by ${key} ${direction}, profile.facility_id ${direction}
      limit ${page.limit + 1} offset ${page.offset}`,
    parameters: conditions.parameters,
  };
}

/** A position in one order: a cursor of another order is refused instead of giving a wrong page. */
export function writeCursor(order: FacilityOrder, sortValue: string, id: string): string {
  return Buffer.from(JSON.stringify([order.by, order.isDescending, sortValue, id])).toString('base64url');
}

function readCursor(cursor: string, order: FacilityOrder): [string, string] {
  const parts = parseCursor(cursor);
  if (parts?.length === 4 && parts[0] === order.by && parts[1] === order.isDescending) {
    const [, , value, id] = parts;
    if (typeof value === 'string' && typeof id === 'string' && UUID.test(id) && fits(order.by, value))
      return [value, id];
  }
  throw new ExpectedError(
    'BAD_INPUT',
    `The cursor "${cursor}" does not belong to this list; start again without it.`,
  );
}

function fits(sort: FacilitySort, value: string): boolean {
  if (value.includes('\0')) return false;
  if (sort === 'RISK' || sort === 'CAPACITY') return /^-?\d{1,9}$/.test(value);
  return sort !== 'LAST_VISIT' || value === NEVER || parseDay(value) !== undefined;
}

function parseCursor(cursor: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
