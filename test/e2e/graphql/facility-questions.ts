import { day } from '../../../src/domain/shared/day.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { Planner } from '../../../src/planning/planner.service.js';
import type { RunningService } from '../../support/running-service.js';
import { told } from './people.js';

export interface Term {
  kind: string;
  authority: string;
  hundredths: number;
}
export interface Place {
  id: string;
  name: string;
  address: { street: string } | null;
  hasSecretAddress: boolean;
  responsibleUnit: string | null;
  sources: { sourceKey: string; authority: string; name: string; rule: string; confidence: number; decidedBy: string; deliveredOn: string; address: unknown }[];
  visits: {
    visitKey: string;
    sourceKey: string;
    authority: string;
    occurredOn: string;
    occasionSourceTerm: string | null;
    isSerious: boolean | null;
    findings: { kind: string; sourceTerm: string; severity: number | null }[];
  }[];
  score: {
    points: number;
    asOf: string;
    contributions: Term[];
    explanation: { da: string; en: string }[];
    authorities: { authority: string; points: number; contributions: Term[] }[];
  } | null;
  plannedVisits: { id: string; weekStart: string; mode: string; parts: { authority: string; reasons: string[] }[] }[];
  unplannedInspections: { authority: string; reason: string }[];
} // prettier-ignore

const FIELDS = `id name hasSecretAddress responsibleUnit address { street }
  sources { sourceKey authority name rule confidence decidedBy deliveredOn address { street } }
  visits(first: 20) { visitKey sourceKey authority occurredOn occasionSourceTerm isSerious findings { kind sourceTerm severity } }
  score { points asOf contributions { kind authority hundredths } explanation { da en }
    authorities { authority points contributions { kind authority hundredths } } }
  plannedVisits { id weekStart mode parts { authority reasons } }
  unplannedInspections { authority reason }`;
export const FACILITY = `query ($id: ID!) { facility(id: $id) { ${FIELDS} } }`;
export const LIST_WITH_EVERYTHING = `query ($first: Int!) { facilities(first: $first) { edges { node {
  id name sources { sourceKey name } visits(first: 5) { visitKey findings { sourceTerm } }
  score { points contributions { hundredths } authorities { points } } plannedVisits { id parts { authority } }
  unplannedInspections { reason } } } } }`;

/** The place as `identity` sees it. */
export async function placeFor(
  service: RunningService,
  identity: Identity,
  id: string,
): Promise<Place | null> {
  return (await told<{ facility: Place | null }>(service, identity, FACILITY, { id })).facility;
}

/** Every place of the work list as `identity` sees it. */
export async function placesFor(service: RunningService, identity: Identity): Promise<Place[]> {
  const { facilities } = await told<{ facilities: { edges: { node: { id: string } }[] } }>(
    service,
    identity,
    '{ facilities(first: 200) { edges { node { id } } } }',
  );
  const places: Place[] = [];
  for (const { node } of facilities.edges) places.push((await placeFor(service, identity, node.id))!);
  return places;
}

/** Makes the plans of the demo country, which a running service holds none of yet. */
export async function plan(service: RunningService): Promise<void> {
  await service.app.get(Planner).makePlans(day('2026-10-05'), 'spec', () => undefined);
}
