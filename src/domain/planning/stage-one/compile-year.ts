import { YearBuilder, type YearSlot } from './year-builder.js';
import { NO_DEADLINE, type YearProblem } from './year-problem.js';
import { capacityRows, type CapacityRows } from '../hours/capacity-rows.js';
import { HazardCurves } from '../hazard.js';
import { jointVisitHours } from '../joint-hours.js';
import type {
  AuthorityPart,
  PlanningFacility,
  PlanningInstance,
  PlanningOffice,
} from '../planning-instance.js';
import { deadlineWeek, firstAllowedWeek, isDrawnFor, openWeeks, weeksToKeep } from '../planning-weeks.js';
import { horizonEnd, visitTime, weeksSinceLastVisit } from '../visit-value.js';

/** An instance in arrays, with what leads back from a number to its name. */
export interface CompiledYear {
  readonly instance: PlanningInstance;
  readonly problem: YearProblem;
  readonly capacity: CapacityRows;
  /** Hours by [office * weeks + week]. */
  readonly weekHours: Float64Array;
  /** Hours of one authority's part in a visit of so many. */
  readonly hoursOf: (part: AuthorityPart, authorities: number) => number;
}

/** The instance must be sound (`assertSound`). `allowsJoint` false plans every authority's visits alone. */
export function compileYear(instance: PlanningInstance, allowsJoint = true): CompiledYear {
  const { facilities, parameters } = instance;
  const capacity = capacityRows(instance);
  const builder = new YearBuilder(
    {
      weeks: instance.weeks,
      bucketWeeks: instance.capacityPeriods,
      facilities: facilities.length,
      slots: facilities.reduce(
        (sum, { parts }) => sum + parts.reduce((own, { slots }) => own + slots.length, 0),
        0,
      ),
      maxJoint: facilities.reduce((most, { parts }) => Math.max(most, parts.length), 1),
      burden: parameters.burdenShare,
      stickiness: parameters.stickiness,
      horizonEnd: horizonEnd(instance),
      detectionProbability: parameters.detectionProbability,
      curves: new HazardCurves(parameters.hazardShape),
    },
    {
      rowHours: capacity.hours,
      rowsOfClass: capacity.rowsOfClass,
      officeOfClass: capacity.classes.map(({ office }) => office),
    },
  );
  const offices = new Map(instance.offices.map((office, index) => [office.id, { office, index }]));
  for (const facility of facilities) {
    const pins = pinnedWeeks(facility);
    const isTight = closest(pins) < facility.weeksBetweenVisits;
    const slots = facility.parts.flatMap((part, index) => {
      const { office, index: officeIndex } = offices.get(part.officeId)!;
      const hoursClass = capacity.classOf[officeIndex]!.get(part.competence)!;
      // Where pins lie closer than the spacing, the other visits may only join them.
      return slotsOf(instance, facility, part, office, isTight ? pins : undefined).map((slot): YearSlot => ({
        ...slot,
        part: index,
        hoursClass,
      }));
    });
    // Pins bind even where they lie closer than the place's spacing.
    const spacing = Math.min(facility.weeksBetweenVisits, closest(pins), 255);
    builder.add(slots, spacing, allowsJoint ? facility.maxAuthoritiesPerVisit : 1, pinnedTogether(facility));
  }
  return {
    instance,
    problem: builder.build(),
    capacity,
    weekHours: hoursByWeek(instance),
    hoursOf: (part, authorities) => jointVisitHours(part, authorities, parameters.jointHours),
  };
}

function slotsOf(
  instance: PlanningInstance,
  facility: PlanningFacility,
  part: AuthorityPart,
  office: PlanningOffice,
  onlyWeeks: readonly number[] | undefined,
): Omit<YearSlot, 'part' | 'hoursClass'>[] {
  const { parameters, startsOn } = instance;
  const ageWeeks = weeksSinceLastVisit(part, startsOn, parameters);
  const hours = Array.from({ length: facility.parts.length }, (_, index) =>
    jointVisitHours(part, index + 1, parameters.jointHours),
  );
  const times = part.slots.map((_, index) => assumedTime(instance, part, index));
  return part.slots.map((slot, index) => {
    const open = new Set(openWeeks(instance, facility, part, slot, office));
    const deadline = deadlineWeek(instance, slot);
    return {
      hours,
      probability12Months: part.probability12Months,
      gravity: part.severityWeight,
      ageWeeks,
      before: index === 0 ? -ageWeeks : times[index - 1]!,
      after: times[index + 1] ?? horizonEnd(instance),
      isOpen: (week) => open.has(week) && (!onlyWeeks || onlyWeeks.includes(week)),
      deadline: deadline === undefined ? NO_DEADLINE : Math.max(-1, deadline),
      gapWeeks: weeksToKeep(part.minIntervalDays),
      pinnedWeek: slot.pinnedWeek ?? -1,
      committedWeek: slot.committedWeek !== null && open.has(slot.committedWeek) ? slot.committedWeek : -1,
      ...(slot.isDrawn && { isDrawnFor: (week: number) => isDrawnFor(slot, week) }),
    };
  });
}

/** Two visits of one authority are not additive: each is valued as if its neighbours came in the middle of their windows. */
function assumedTime(instance: PlanningInstance, part: AuthorityPart, index: number): number {
  const slot = part.slots[index]!;
  const first = firstAllowedWeek(instance, part, slot);
  const last = Math.max(first, deadlineWeek(instance, slot) ?? instance.weeks - 1);
  return visitTime(slot.pinnedWeek ?? (first + last) / 2);
}

function pinsOf(facility: PlanningFacility): (number | null)[] {
  return facility.parts.flatMap((part) => part.slots.map((slot) => slot.pinnedWeek));
}

function pinnedWeeks(facility: PlanningFacility): number[] {
  return [...new Set(pinsOf(facility).filter((week) => week !== null))].sort((a, b) => a - b);
}

function closest(weeks: readonly number[]): number {
  return weeks.slice(1).reduce((least, week, index) => Math.min(least, week - weeks[index]!), Infinity);
}

/** Masks of two or more slots that are pinned to the same week: they share the day whatever the limits say. */
function pinnedTogether(facility: PlanningFacility): number[] {
  const byWeek = new Map<number, number>();
  pinsOf(facility).forEach((week, bit) => {
    if (week !== null) byWeek.set(week, (byWeek.get(week) ?? 0) | (1 << bit));
  });
  return [...byWeek.values()].filter((mask) => mask & (mask - 1));
}

function hoursByWeek(instance: PlanningInstance): Float64Array {
  const hours = new Float64Array(instance.offices.length * instance.weeks);
  instance.offices.forEach((office, index) => {
    for (const group of office.groups)
      group.weeklyHours.forEach((each, week) => (hours[index * instance.weeks + week]! += each));
  });
  return hours;
}
