import type { FacilityHistory, PlanningFacts } from '../facility-history.js';
import { timelineOf, type FacilityTimeline } from '../facility-timeline.js';
import { FEATURES } from '../features/features.js';
import { kindFact, numberFact, peerShareFact } from '../features/planning-facts.js';
import type { RiskFeature } from '../features/risk-feature.js';
import { namesInspector } from '../inspector-names.js';
import type { Authority } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';

/** One completed visit of an inspection-history file. */
export interface HistoryRow {
  readonly facilityId: string;
  readonly inspectedOn: Day;
  readonly isSerious: boolean;
  /** Count or weight of what was found; null where it is not told. */
  readonly findings: number | null;
  /** For the figures within one inspector alone; never reaches a feature. */
  readonly inspectorId: string | null;
  readonly facts: PlanningFacts;
}

/** A file has one inspecting authority; its visits take this one's place in the histories. */
export const HISTORY_FILE_AUTHORITY: Authority = 'SOCIALTILSYNET';

/** A kind seen less often is not told apart. */
const LEAST_KIND_ROWS = 60;
/** Facts with more kinds than this are not compared in pairs. */
const MOST_PAIRED_KINDS = 100;

/**
 * The rows as the histories that every feature of the service reads: what a file does not tell (orders, accidents,
 * other authorities) is not known. Its facts are those that the visit was planned with.
 */
export function timelinesOf(rows: readonly HistoryRow[]): FacilityTimeline[] {
  const byFacility = Map.groupBy(rows.keys(), (row) => rows[row]!.facilityId);
  return [...byFacility].map(([facilityId, places]): FacilityTimeline => {
    const history: FacilityHistory = {
      facilityId,
      visits: places.map((place) => {
        const row = rows[place]!;
        return {
          visitKey: historyVisitKey(place),
          authority: HISTORY_FILE_AUTHORITY,
          occurredOn: row.inspectedOn,
          availableOn: row.inspectedOn,
          serious: row.isSerious,
          harmSeverity: null,
          documentationFaults: null,
          foundDocumentationAlone: false,
          qualityModel: null,
          meanThemeScore: null,
          lowestThemeScore: null,
          checkpointsFailed: null,
          checkpointsAssessed: null,
          findings: row.findings,
          plannedWith: row.facts,
        };
      }),
      orders: [],
      accidents: [],
      accidentsRecordedFrom: null,
      capacityPlaces: [],
      employees: [],
      facilityType: [],
      targetGroups: [],
      operatorChanges: null,
    };
    return timelineOf(history);
  });
}

/** Name of a row's visit; rows that change places change names, so the file's order stands for nothing else. */
export function historyVisitKey(row: number): string {
  return `row ${String(row).padStart(9, '0')}`;
}

/** Row number behind a visit's name. */
export function historyRowOf(visitKey: string): number {
  return Number(visitKey.slice(4));
}

/**
 * The service's own features, and one for each fact of the file: numbers, kinds seen often enough before the test day,
 * and shares among places of the same kind, fact by fact and two facts together.
 */
export function historyFeatures(rows: readonly HistoryRow[], testFrom: Day): RiskFeature[] {
  const numbers = new Set<string>();
  const kinds = new Map<string, Map<string, number>>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row.facts)) {
      if (namesInspector(name)) continue;
      if (typeof value === 'number') numbers.add(name);
      else if (!kinds.has(name)) kinds.set(name, new Map());
    }
  }
  for (const row of rows) {
    if (row.inspectedOn >= testFrom) continue;
    for (const [name, counts] of kinds) {
      const kind = String(row.facts[name] ?? '');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  const named = [...kinds.keys()].sort();
  const paired = named.filter((name) => kinds.get(name)!.size <= MOST_PAIRED_KINDS);
  return [
    ...FEATURES,
    ...[...numbers].sort().map(numberFact),
    ...named.flatMap((name) =>
      [...kinds.get(name)!]
        .filter(([, count]) => count >= LEAST_KIND_ROWS)
        .map(([kind]) => kind)
        .sort()
        .map((kind) => kindFact(name, kind)),
    ),
    ...named.map((name) => peerShareFact([name])),
    ...paired.flatMap((first, index) =>
      paired.slice(index + 1).map((second) => peerShareFact([first, second])),
    ),
  ];
}
