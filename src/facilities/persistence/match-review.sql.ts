import type { QueueFilter } from '../match-review.repository.js';
import type { QueueOrder } from '../queue-order.js';

export const PAIR = `left_key as "leftKey", right_key as "rightKey", weights, total_weight::float as "totalWeight",
  probability::float as probability, state, decided_by as "decidedBy", model_version as "modelVersion",
  decided_at as "weighedAt"`;

export const COMPARED_RECORD = `record.source_key as "sourceKey", record.authority, record.name,
  record.facts ->> 'parentName' as "parentName", record.facts #>> '{address,street}' as street,
  record.facts #>> '{address,postalCode}' as "postalCode", record.facts #>> '{address,town}' as town,
  coalesce(municipality.name, record.facts ->> 'municipalityName') as "municipalityName",
  coalesce(record.facts ->> 'cvrNumber', record.sor_facts ->> 'cvrNumber') as "cvrNumber",
  coalesce(record.facts ->> 'pNumber', record.sor_facts ->> 'pNumber') as "pNumber",
  record.facts ->> 'sorCode' as "sorCode", record.facts ->> 'operatorName' as "operatorName",
  record.facts ->> 'facilityType' as "facilityType", record.facts ->> 'typeSourceTerm' as "typeSourceTerm",
  (record.facts ->> 'capacityPlaces')::int as "capacityPlaces", (record.facts ->> 'employees')::int as employees,
  record.ended_on::text as "endedOn",
  array(select facility_id::text from facility_links link
    where link.source_key = record.source_key and link.valid_to is null order by facility_id) as "facilityIds"`;

export const DECISION = `decision.id, decision.kind, decision.left_keys as "leftKeys", decision.right_keys as "rightKeys",
  decision.undoes, (select undo.id from match_decisions undo where undo.undoes = decision.id) as "undoneBy",
  decision.reason, decision.decided_by as "decidedBy", decision.authority, decision.decided_at as "decidedAt"`;

export const QUEUE_ORDER: Readonly<Record<QueueOrder, string>> = {
  MOST_UNCERTAIN: 'abs(probability - 0.5)',
  OLDEST: 'decided_at',
  // As the asker sees the records: a secret one counts for nothing.
  MOST_PEOPLE: `(select max((record.facts ->> 'capacityPlaces')::int) from source_records record
    where record.source_key in (left_key, right_key)) desc nulls last`,
};

const PREFIX = { SOCIALTILSYNET: 'socialtilsynet:', ARBEJDSTILSYNET: 'arbejdstilsynet:', STPS: 'stps:' };

/** Conditions on queued pairs, with their parameters. The keys of a pair are in the order of their letters. */
export function queuedPairs({ registers, authority }: QueueFilter): { where: string; parameters: unknown[] } {
  const conditions = [`state = 'QUEUED'`];
  const parameters: unknown[] = [];
  const startsWith = (column: string, register: keyof typeof PREFIX): string => {
    parameters.push(PREFIX[register]);
    return `starts_with(${column}, $${parameters.length})`;
  };
  if (registers) {
    const [one, other] = registers;
    const [first, second] = PREFIX[one] <= PREFIX[other] ? [one, other] : [other, one];
    conditions.push(startsWith('left_key', first), startsWith('right_key', second));
  }
  if (authority)
    conditions.push(`(${startsWith('left_key', authority)} or ${startsWith('right_key', authority)})`);
  return { where: conditions.join(' and '), parameters };
}
