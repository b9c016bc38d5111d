import type { Transactions } from '../../database/transactions.js';
import type {
  AccidentHistory,
  DatedValue,
  FacilityHistory,
  OrderHistory,
  VisitHistory,
} from '../../domain/risk/facility-history.js';
import type { FacilityType } from '../../domain/facility/source-record.js';
import { ALL_PLACES, type PlaceRange } from '../place-range.js';
import type { Day } from '../../domain/shared/day.js';

interface Place {
  readonly facilityId: string;
  readonly accidentsRecordedFrom: Day | null;
}

type Of<T> = T & { readonly facilityId: string };

/** Reads the histories of all places in a fixed number of statements, one a kind of fact. */
export async function readHistories(
  transactions: Transactions,
  { from, to }: PlaceRange = ALL_PLACES,
): Promise<FacilityHistory[]> {
  const read = <T>(sql: string): Promise<T[]> => transactions.query<T>(sql, [from, to]);
  const places = await read<Place>(PLACES);
  const visits = byFacility(await read<Of<VisitHistory>>(VISITS));
  const orders = byFacility(await read<Of<OrderHistory>>(ORDERS));
  const accidents = byFacility(await read<Of<AccidentHistory>>(ACCIDENTS));
  const capacity = byFacility(await read<Of<DatedValue<number>>>(CAPACITY));
  const employees = byFacility(await read<Of<DatedValue<number>>>(EMPLOYEES));
  const types = byFacility(await read<Of<DatedValue<FacilityType>>>(TYPES));
  const groups = byFacility(await read<Of<DatedValue<string[]>>>(TARGET_GROUPS));
  return places.map(({ facilityId, accidentsRecordedFrom }) => ({
    facilityId,
    visits: visits.get(facilityId) ?? [],
    orders: orders.get(facilityId) ?? [],
    accidents: accidents.get(facilityId) ?? [],
    accidentsRecordedFrom,
    capacityPlaces: capacity.get(facilityId) ?? [],
    employees: employees.get(facilityId) ?? [],
    facilityType: types.get(facilityId) ?? [],
    targetGroups: groups.get(facilityId) ?? [],
    operatorChanges: null,
  }));
}

function byFacility<T extends { facilityId: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, (row) => row.facilityId);
}

const LINKS =
  'facility_links link on link.valid_to is null and link.facility_id between $1 and $2 and link.source_key';

const PLACES = `
  select profile.facility_id as "facilityId",
    case when 'ARBEJDSTILSYNET' = any (profile.authorities)
      then (select min(occurred_on)::text from work_accidents) end as "accidentsRecordedFrom"
  from facility_profiles profile where profile.facility_id between $1 and $2 order by profile.facility_id`;

// What counts as found, and what of it is about the place's papers alone.
const FAULTS = `
  select noted.*, bool_and(is_documentation) filter (where is_fault) over (partition by visit_key) is true as is_paper_alone
  from (
    select finding.*, documented.topic is not null as is_documentation,
      (finding.kind = 'THEME_SCORE' and finding.score < 3) or (finding.kind = 'CHECKPOINT' and finding.source_term = 'ikke opfyldt')
        or (finding.kind = 'REACTION' and finding.severity > 0) as is_fault
    from findings finding
    left join documentation_topics documented on documented.authority = finding.authority
      and documented.finding_kind = finding.kind and documented.topic = finding.topic
    where finding.source_key in (select link.source_key from facility_links link
      where link.valid_to is null and link.facility_id between $1 and $2)
  ) noted`;

// Two columns are left unread on purpose: who came, and why.
const VISITS = `
  select link.facility_id as "facilityId", visit.visit_key as "visitKey", visit.authority,
    visit.occurred_on::text as "occurredOn", visit.available_on::text as "availableOn",
    visit.is_serious as serious, noted.harm_severity as "harmSeverity",
    noted.documentation_faults as "documentationFaults",
    coalesce(noted.documentation_faults > 0 and noted.harm_faults = 0, false) as "foundDocumentationAlone", visit.quality_model as "qualityModel",
    noted.mean_score as "meanThemeScore", noted.lowest_score as "lowestThemeScore",
    noted.failed as "checkpointsFailed", noted.assessed as "checkpointsAssessed", noted.findings,
    null as "plannedWith"
  from inspection_visits visit
  join ${LINKS} = visit.source_key
  left join (
    select visit_key, max(severity) filter (where not is_documentation and (kind <> 'OVERALL' or not is_paper_alone)) as harm_severity,
      case when bool_or(authority in (select authority from documentation_topics))
        then (count(*) filter (where is_documentation and is_fault))::int end as documentation_faults,
      (count(*) filter (where not is_documentation and is_fault))::int as harm_faults,
      avg(score) filter (where kind = 'THEME_SCORE')::float as mean_score,
      min(score) filter (where kind = 'THEME_SCORE')::float as lowest_score,
      (count(*) filter (where kind = 'CHECKPOINT' and source_term = 'ikke opfyldt' and not is_documentation))::int as failed,
      nullif(count(*) filter (where kind = 'CHECKPOINT' and not is_documentation and source_term in ('opfyldt', 'ikke opfyldt')), 0)::int as assessed,
      (count(*) filter (where not is_documentation and is_fault))::int as findings
    from (${FAULTS}) fault group by visit_key
  ) noted on noted.visit_key = visit.visit_key
  order by link.facility_id, visit.occurred_on, visit.visit_key`;

// An order is a reaction with a deadline; whether it was complied with is only ever reported for a paabud med frist.
const ORDERS = `
  select link.facility_id as "facilityId", finding.visit_key || '/' || finding.finding_key as "orderKey",
    finding.authority, visit.occurred_on::text as "issuedOn", visit.available_on::text as "availableOn",
    finding.due_on::text as "dueOn", finding.complied_on::text as "compliedOn",
    documented.topic is not null as "isDocumentation",
    finding.authority = 'ARBEJDSTILSYNET' and finding.source_term = 'Påbud med frist' as "complianceIsReported"
  from findings finding
  left join documentation_topics documented on documented.authority = finding.authority
    and documented.finding_kind = finding.kind and documented.topic = finding.topic
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

const TARGET_GROUPS = `
  select link.facility_id as "facilityId", array_agg(distinct target.term order by target.term) as value,
    min(coalesce(record.facts ->> 'approvedFrom', ${FIRST_DELIVERED_ON}::text)) as "availableOn"
  from source_records record
  join ${LINKS} = record.source_key
  cross join lateral jsonb_array_elements_text(record.facts -> 'targetGroups') as target (term)
  where record.ended_on is null and jsonb_typeof(record.facts -> 'targetGroups') = 'array'
  group by link.facility_id order by link.facility_id`;
