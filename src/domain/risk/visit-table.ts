import type { MeasureContext, RiskFeature } from './features/risk-feature.js';
import { knownAsOf, type FacilityTimeline } from './facility-timeline.js';
import { measureFeatures } from './measure-features.js';
import type { Authority } from '../shared/authority.js';
import { addDays, type Day } from '../shared/day.js';

/**
 * Visits with a known outcome, row by row in one order (day, visit, place), and beside each what was known the day
 * before it. Column by column, so that fits and figures run over plain numbers.
 */
export interface VisitTable {
  readonly rows: number;
  readonly facilityIds: readonly string[];
  /** The same number for rows of one place, from 0. */
  readonly facilities: Int32Array;
  readonly visitKeys: readonly string[];
  readonly occurredOn: readonly Day[];
  readonly availableOn: readonly Day[];
  /** 1 = serious by the outcome definition in use. */
  readonly outcomes: Uint8Array;
  /** 1 where an earlier visit of the authority was known. */
  readonly hasHistory: Uint8Array;
  readonly features: readonly RiskFeature[];
  /** One column per feature, NaN where it was not known. */
  readonly columns: readonly Float64Array[];
}

export interface VisitWindow {
  /** First and last day of the visits, inclusive. */
  readonly from: Day;
  readonly to: Day;
  /** Only visits whose outcome was known on this day. */
  readonly outcomeKnownOn: Day;
}

interface Visited {
  readonly timeline: FacilityTimeline;
  readonly visit: FacilityTimeline['visits'][Authority][number];
}

/** Measures the authority's visits in the window. First visits are kept, with NaN for what was not known. */
export function visitTable(
  timelines: readonly FacilityTimeline[],
  features: readonly RiskFeature[],
  context: MeasureContext,
  window: VisitWindow,
): VisitTable {
  const visited = visitsIn(timelines, context.authority, window);
  const rows = visited.length;
  const columns = features.map(() => new Float64Array(rows));
  const hasHistory = new Uint8Array(rows);
  visited.forEach(({ timeline, visit }, row) => {
    const known = knownAsOf(timeline, addDays(visit.occurredOn, -1), visit.plannedWith ?? undefined);
    if (known.visits[context.authority].length > 0) hasHistory[row] = 1;
    measureFeatures(known, context, features).forEach((value, column) => {
      columns[column]![row] = value ?? Number.NaN;
    });
  });
  const numbers = new Map<string, number>();
  return {
    rows,
    facilityIds: visited.map(({ timeline }) => timeline.facilityId),
    facilities: Int32Array.from(visited, ({ timeline }) => {
      const number = numbers.get(timeline.facilityId) ?? numbers.size;
      numbers.set(timeline.facilityId, number);
      return number;
    }),
    visitKeys: visited.map(({ visit }) => visit.visitKey),
    occurredOn: visited.map(({ visit }) => visit.occurredOn),
    availableOn: visited.map(({ visit }) => visit.availableOn),
    outcomes: Uint8Array.from(visited, ({ visit }) => (visit.serious ? 1 : 0)),
    hasHistory,
    features,
    columns,
  };
}

/** The rows that `keep` names, in the same order. */
export function pickRows(table: VisitTable, keep: (row: number) => boolean): VisitTable {
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row += 1) if (keep(row)) rows.push(row);
  const pick = <T>(values: readonly T[]): T[] => rows.map((row) => values[row]!);
  const pickInto = <T extends Int32Array | Uint8Array | Float64Array>(
    values: ArrayLike<number>,
    picked: T,
  ): T => {
    for (let place = 0; place < rows.length; place += 1) picked[place] = values[rows[place]!]!;
    return picked;
  };
  return {
    ...table,
    rows: rows.length,
    facilityIds: pick(table.facilityIds),
    facilities: pickInto(table.facilities, new Int32Array(rows.length)),
    visitKeys: pick(table.visitKeys),
    occurredOn: pick(table.occurredOn),
    availableOn: pick(table.availableOn),
    outcomes: pickInto(table.outcomes, new Uint8Array(rows.length)),
    hasHistory: pickInto(table.hasHistory, new Uint8Array(rows.length)),
    columns: table.columns.map((column) => pickInto(column, new Float64Array(rows.length))),
  };
}

/** The same rows with some of the features. */
export function pickFeatures(table: VisitTable, keep: (feature: RiskFeature) => boolean): VisitTable {
  return {
    ...table,
    features: table.features.filter(keep),
    columns: table.columns.filter((_, column) => keep(table.features[column]!)),
  };
}

function visitsIn(
  timelines: readonly FacilityTimeline[],
  authority: Authority,
  window: VisitWindow,
): Visited[] {
  const keyed = timelines.flatMap((timeline) =>
    timeline.visits[authority]
      .filter(
        (visit) =>
          visit.serious !== null &&
          visit.occurredOn >= window.from &&
          visit.occurredOn <= window.to &&
          visit.availableOn <= window.outcomeKnownOn,
      )
      .map((visit) => ({
        timeline,
        visit,
        key: `${visit.occurredOn} ${visit.visitKey} ${timeline.facilityId}`,
      })),
  );
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
