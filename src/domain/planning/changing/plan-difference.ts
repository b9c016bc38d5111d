import type { Authority } from '../../shared/authority.js';
import type { Day } from '../../shared/day.js';

/** A visit as far as two plans can be compared. */
export interface ComparedVisit {
  /** The same in both plans where one continues the other. */
  readonly id: string;
  readonly facilityId: string;
  readonly weekStart: Day;
  /** In Authority order. */
  readonly authorities: readonly Authority[];
}

export const DIFFERENCE_KINDS = ['MOVED', 'JOINED', 'ADDED', 'DROPPED'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** Why a visit differs: the first of these that holds. */
export const DIFFERENCE_CAUSES = [
  'FACILITY_CLOSED', // the place has left the registers
  'FACILITY_NEW', // the plan before did not know the place
  'DECISION', // a person fixed its week or closed weeks
  'SCORE_CHANGED', // its risk band is another one
  'HORIZON', // its week lies in one of the plans alone
  'REPLANNED', // hours or company elsewhere made it give way
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

/** What is known of the places that could be the cause. */
export interface DifferenceGrounds {
  readonly closed: ReadonlySet<string>;
  readonly added: ReadonlySet<string>;
  readonly decided: ReadonlySet<string>;
  readonly rescored: ReadonlySet<string>;
  /** Mondays that both plans reach: the first and the last. */
  readonly commonFrom: Day;
  readonly commonTo: Day;
}

export interface PlanDifference {
  readonly kind: DifferenceKind;
  readonly cause: DifferenceCause;
  readonly facilityId: string;
  /** Null where there was, or is, no visit. JOINED: same week, other company. */
  readonly before: ComparedVisit | null;
  readonly after: ComparedVisit | null;
}

/** Every visit that is not the same in both plans, by the week it has or had. */
export function planDifferences(
  before: readonly ComparedVisit[],
  after: readonly ComparedVisit[],
  grounds: DifferenceGrounds,
): PlanDifference[] {
  const former = new Map(before.map((visit) => [visit.id, visit]));
  const next = new Map(after.map((visit) => [visit.id, visit]));
  const pairs = [
    ...before.map((visit): [ComparedVisit, ComparedVisit | null] => [visit, next.get(visit.id) ?? null]),
    ...after.filter(({ id }) => !former.has(id)).map((visit): [null, ComparedVisit] => [null, visit]),
  ];
  return pairs
    .flatMap(([was, is]): PlanDifference[] => {
      const kind = kindOf(was, is);
      if (kind === undefined) return [];
      const facilityId = (was ?? is).facilityId;
      return [{ kind, cause: causeOf(facilityId, was, is, grounds), facilityId, before: was, after: is }];
    })
    .sort((a, b) => (weekOf(a) < weekOf(b) ? -1 : weekOf(a) > weekOf(b) ? 1 : 0));
}

function kindOf(was: ComparedVisit | null, is: ComparedVisit | null): DifferenceKind | undefined {
  if (!was) return 'ADDED';
  if (!is) return 'DROPPED';
  if (was.weekStart !== is.weekStart) return 'MOVED';
  return was.authorities.join() === is.authorities.join() ? undefined : 'JOINED';
}

function causeOf(
  facilityId: string,
  was: ComparedVisit | null,
  is: ComparedVisit | null,
  grounds: DifferenceGrounds,
): DifferenceCause {
  const isOutside = (visit: ComparedVisit | null): boolean =>
    visit !== null && (visit.weekStart < grounds.commonFrom || visit.weekStart > grounds.commonTo);
  if (grounds.closed.has(facilityId)) return 'FACILITY_CLOSED';
  if (grounds.added.has(facilityId)) return 'FACILITY_NEW';
  if (grounds.decided.has(facilityId)) return 'DECISION';
  if (isOutside(was) || isOutside(is)) return 'HORIZON';
  return grounds.rescored.has(facilityId) ? 'SCORE_CHANGED' : 'REPLANNED';
}

function weekOf({ before, after }: PlanDifference): Day {
  return (after ?? before)!.weekStart;
}
