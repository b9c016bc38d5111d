import type { Transactions } from '../../database/transactions.js';
import type {
  AccidentHistory,
  DatedValue,
  FacilityHistory,
  OrderHistory,
  VisitHistory,
} from '../../domain/risk/facility-history.js';
import type { FacilityType } from '../../domain/facility/source-record.js';
import type { Day } from '../../domain/shared/day.js';

interface Place {
  readonly facilityId: string;
  readonly accidentsRecordedFrom: Day | null;
}

type Of<T> = T & { readonly facilityId: string };

/** Reads the histories of all places in a fixed number of statements, one a kind of fact. */
export async function readHistories(transactions: Transactions): Promise<FacilityHistory[]> {
  const places = await transactions.query<Place>(PLACES);
  const visits = byFacility(await transactions.query<Of<VisitHistory>>(VISITS));
  const orders = byFacility(await transactions.query<Of<OrderHistory>>(ORDERS));
  const accidents = byFacility(await transactions.query<Of<AccidentHistory>>(ACCIDENTS));
  const capacity = byFacility(await transactions.query<Of<DatedValue<number>>>(CAPACITY));
  const employees = byFacility(await transactions.query<Of<DatedValue<number>>>(EMPLOYEES));
  const types = byFacility(await transactions.query<Of<DatedValue<FacilityType>>>(TYPES));
  return places.map(({ facilityId, accidentsRecordedFrom }) => ({
    facilityId,
    visits: visits.get(facilityId) ?? [],
    orders: orders.get(facilityId) ?? [],
    accidents: accidents.get(facilityId) ?? [],
    accidentsRecordedFrom,
    capacityPlaces: capacity.get(facilityId) ?? [],
    employees: employees.get(facilityId) ?? [],
    facilityType: types.get(facilityId) ?? [],
    operatorChanges: null,
  }));
}

function byFacility<T extends { facilityId: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, (row) => row.facilityId);
}

const LINKS = 'facility_links link on link.valid_to is null and link.source_key';

const PLACES = `
  select profile.facility_id as "facilityId",
    case when 'ARBEJDSTILSYNET' = any (profile.authorities)
      then (select min(occurred_on)::text from work_accidents) end as "accidentsRecordedFrom"
  from facility_profiles profile order by profile.facility_id`;

// Two columns are left unread on purpose: who came, and why.
const VISITS = `
  select link.facility_id as "facilityId", visit.visit_key as "visitKey", visit.authority,
    visit.occurred_on::text as "occurredOn", visit.available_on::text as "availableOn",
    visit.is_serious as serious, visit.severity as "severityMax", visit.quality_model as "qualityModel",
    noted.mean_score as "meanThemeScore", noted.lowest_score as "lowestThemeScore",
    noted.failed as "checkpointsFailed", noted.assessed as "checkpointsAssessed", noted.findings,
    null as "plannedWith"
  from inspection_visits visit
  join ${LINKS} = visit.source_key
  left join (
    select visit_key,
      avg(score) filter (where kind = 'THEME_SCORE')::float as mean_score,
      min(score) filter (where kind = 'THEME_SCORE')::float as lowest_score,
      (count(*) filter (where kind = 'CHECKPOINT' and source_term = 'ikke opfyldt'))::int as failed,
      nullif(count(*) filter (where kind = 'CHECKPOINT' and source_term in ('opfyldt', 'ikke opfyldt')), 0)::int as assessed,
      (count(*) filter (where (kind = 'THEME_SCORE' and score < 3) or (kind = 'CHECKPOINT' and source_term = 'ikke opfyldt')
        or (kind = 'REACTION' and severity > 0)))::int as findings
    from findings group by visit_key
  ) noted on noted.visit_key = visit.visit_key
  order by link.facility_id, visit.occurred_on, visit.visit_key`;

// An order is a reaction with a deadline; whether it was complied with is only ever reported for a paabud med frist.
const ORDERS = `
  select link.facility_id as "facilityId", finding.visit_key || '/' || finding.finding_key as "orderKey",
    finding.authority, visit.occurred_on::text as "issuedOn", visit.available_on::text as "availableOn",
    finding.due_on::text as "dueOn", finding.complied_on::text as "compliedOn",
    finding.authority = 'ARBEJDSTILSYNET' and finding.source_term = 'Påbud med frist' as "complianceIsReported"
  from findings finding
  join inspection_visits visit on visit.visit_key = finding.visit_key
  join ${LINKS} = visit.source_key
  where finding.kind = 'REACTION' and finding.due_on is not null
  order by link.facility_id, visit.occurred_on, "orderKey"`;

const ACCIDENTS = `
  select link.facility_id as "facilityId", accident.row_id as "accidentKey",
    accident.occurred_on::text as "occurredOn", accident.available_on::text as "availableOn",
    accident.absence_days as "absenceDays", accident.kind_source_term ilike '%vold%' as "isViolence"
  from work_accidents accident
  join ${LINKS} = accident.source_key
  order by link.facility_id, accident.occurred_on, accident.row_id`;

const FIRST_DELIVERED_ON = `(select min(known_on) from source_record_versions version
    where version.source_key = record.source_key)`;

// The registers give today's size alone. It changes seldom and tells nothing of outcomes, so it counts from the day the
// place was approved, or first visited.
const CAPACITY = `
  select link.facility_id as "facilityId", sum((record.facts ->> 'capacityPlaces')::int)::int as value,
    min(coalesce(record.facts ->> 'approvedFrom', ${FIRST_DELIVERED_ON}::text)) as "availableOn"
  from source_records record
  join ${LINKS} = record.source_key
  where record.facts ->> 'capacityPlaces' is not null and record.ended_on is null
  group by link.facility_id order by link.facility_id`;

const EMPLOYEES = `
  select link.facility_id as "facilityId", sum((record.facts ->> 'employees')::int)::int as value,
    min(coalesce(first_visit.occurred_on, ${FIRST_DELIVERED_ON}))::text as "availableOn"
  from source_records record
  join ${LINKS} = record.source_key
  left join (select source_key, min(occurred_on) as occurred_on from inspection_visits group by source_key) first_visit
    on first_visit.source_key = record.source_key
  where record.facts ->> 'employees' is not null and record.ended_on is null
  group by link.facility_id order by link.facility_id`;

const TYPES = `
  select distinct on (link.facility_id) link.facility_id as "facilityId", record.facts ->> 'facilityType' as value,
    coalesce(record.facts ->> 'approvedFrom', ${FIRST_DELIVERED_ON}::text) as "availableOn"
  from source_records record
  join ${LINKS} = record.source_key
  where record.facts ->> 'facilityType' is not null
  order by link.facility_id, record.source_key`;
