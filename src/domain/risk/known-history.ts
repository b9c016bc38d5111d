import type {
  AccidentHistory,
  ConcernHistory,
  OperatorChange,
  OrderHistory,
  PlanningFacts,
  VisitHistory,
} from './facility-history.js';
import type { FacilityType } from '../facility/source-record.js';
import type { Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

/**
 * What was known of a facility on one day, and all that a feature ever sees: later facts are not in it, and an order
 * complied with later is still open in it. Every list is oldest first.
 */
export interface KnownHistory {
  readonly asOf: Day;
  readonly visits: Readonly<Record<Authority, readonly VisitHistory[]>>;
  readonly orders: readonly OrderHistory[];
  readonly accidents: readonly AccidentHistory[];
  readonly accidentsRecordedFrom: Day | null;
  readonly capacityPlaces: number | null;
  readonly employees: number | null;
  readonly facilityType: FacilityType | null;
  readonly targetGroups: readonly string[] | null;
  readonly operatorChanges: readonly OperatorChange[] | null;
  /** Empty in all that the shared score sees. */
  readonly concerns: readonly ConcernHistory[];
  /** Of the visit being planned; empty where nothing is known of it. */
  readonly planningFacts: PlanningFacts;
}
