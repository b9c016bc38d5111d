import type { InspectorGroup, PlanningOffice } from './planning-instance.js';
import type { Authority, ResponsibleUnit } from '../shared/authority.js';
import { addDays, isoWeekday, type Day } from '../shared/day.js';

export interface PlanningInspector {
  readonly inspectorCode: string;
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  /** The office's name. */
  readonly office: string;
  readonly competences: readonly string[];
  readonly hoursPerWeek: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface InspectorLeave {
  readonly inspectorCode: string;
  readonly from: Day;
  /** Last day of the leave, inclusive. */
  readonly to: Day;
}

/** Shares, 0-1, of an inspector's hours that no planned visit may use. Assumptions that a planner can change. */
export interface CapacityReserve {
  /** For concerns, accidents and follow-up that nobody can plan. */
  readonly reactiveShare: number;
  /** For all that is not a visit to these places: other kinds of place, training, meetings. */
  readonly otherDutiesShare: number;
}

export interface CapacityInput {
  readonly startsOn: Day;
  readonly weeks: number;
  readonly inspectors: readonly PlanningInspector[];
  readonly leave: readonly InspectorLeave[];
  /** Days on which nobody works, weekends apart. */
  readonly holidays: readonly Day[];
  readonly reserveOf: (authority: Authority) => CapacityReserve;
}

/** An office is named by the unit it belongs to and its name. */
export function officeId(responsibleUnit: ResponsibleUnit, office: string): string {
  return `${responsibleUnit}/${office}`;
}

/** Every office with the hours of its inspectors per week: a fifth of the weekly hours for each working day that is not a holiday or leave. */
export function officesWithHours(input: CapacityInput): PlanningOffice[] {
  const days = workingDays(input);
  const leaveOf = Map.groupBy(input.leave, (leave) => leave.inspectorCode);
  const byOffice = Map.groupBy(input.inspectors, (each) => officeId(each.responsibleUnit, each.office));
  return [...byOffice]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, inspectors]) => {
      const { authority, responsibleUnit, office: name } = inspectors[0]!;
      const reserve = input.reserveOf(authority);
      const plannedShare = Math.max(0, 1 - reserve.reactiveShare - reserve.otherDutiesShare);
      const groups = [...Map.groupBy(inspectors, competenceKey).values()].map((members): InspectorGroup => {
        const weeklyHours = Array.from({ length: input.weeks }, () => 0);
        for (const inspector of members) {
          const leave = leaveOf.get(inspector.inspectorCode) ?? [];
          for (const { on, week } of days) {
            if (isAtWork(inspector, leave, on))
              weeklyHours[week]! += (inspector.hoursPerWeek / 5) * plannedShare;
          }
        }
        return {
          competences: [...new Set(members[0]!.competences)].sort(),
          inspectors: members.length,
          weeklyHours,
        };
      });
      return { id, authority, responsibleUnit, name, groups };
    });
}

function competenceKey(inspector: PlanningInspector): string {
  return JSON.stringify([...new Set(inspector.competences)].sort());
}

function isAtWork(inspector: PlanningInspector, leave: readonly InspectorLeave[], on: Day): boolean {
  if (on < inspector.validFrom || (inspector.validTo !== null && on > inspector.validTo)) return false;
  return !leave.some((each) => each.from <= on && on <= each.to);
}

function workingDays({ startsOn, weeks, holidays }: CapacityInput): { on: Day; week: number }[] {
  const closed = new Set(holidays);
  return Array.from({ length: weeks * 7 }, (_, index) => ({
    on: addDays(startsOn, index),
    week: Math.floor(index / 7),
  })).filter(({ on }) => isoWeekday(on) <= 5 && !closed.has(on));
}
