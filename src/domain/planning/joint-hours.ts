import type { Day } from '../shared/day.js';

/** What coming together saves and costs. A dated row that a planner can change, not law. */
export interface JointHoursRule {
  /** Share of the duty hours that is left when 1, 2, 3 ... authorities come together; the last holds for more. */
  readonly dutyShare: readonly number[];
  /** Hours of coordination for each authority when 1, 2, 3 ... come together; the last holds for more. */
  readonly coordinationHours: readonly number[];
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Hours that one authority spends on a visit, travel included, when `authorities` of them come together (1 or more). */
export function jointVisitHours(
  part: { readonly dutyHours: number; readonly travelHours: number },
  authorities: number,
  rule: JointHoursRule,
): number {
  const share = rule.dutyShare[Math.min(authorities, rule.dutyShare.length) - 1];
  const coordination = rule.coordinationHours[Math.min(authorities, rule.coordinationHours.length) - 1];
  if (share === undefined || coordination === undefined) {
    throw new RangeError(
      `No hours for a visit of ${authorities} authorities in the rule from ${rule.validFrom}.`,
    );
  }
  return part.dutyHours * share + part.travelHours + coordination;
}
