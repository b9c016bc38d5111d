import type { PlanningInstance, PlanningOffice } from '../planning-instance.js';

/** Visits of one office that need the same competence: they draw on the same hours. */
export interface HoursClass {
  readonly office: number;
  readonly competence: string | null;
}

/**
 * The limits on hours. A row is an office and a set of competences: the visits that need one of them may together take no
 * more than the hours of those who hold one of them. One row per non-empty set is what it takes (Hall's condition), and
 * one for the office as a whole.
 */
export interface CapacityRows {
  readonly rows: number;
  readonly periods: number;
  /** Hours by [row * periods + period]. */
  readonly hours: Float64Array;
  readonly classes: readonly HoursClass[];
  /** Rows that a visit of the class counts against. */
  readonly rowsOfClass: readonly (readonly number[])[];
  /** Index into classes by [office index][competence]. */
  readonly classOf: readonly ReadonlyMap<string | null, number>[];
}

export function capacityRows(instance: PlanningInstance): CapacityRows {
  const wanted = wantedCompetences(instance);
  const periods = instance.capacityPeriods.length;
  const hours: number[] = [];
  const classes: HoursClass[] = [];
  const rowsOfClass: number[][] = [];
  const classOf: Map<string | null, number>[] = [];
  instance.offices.forEach((office, index) => {
    const competences = [...(wanted.get(office.id) ?? [])].sort();
    const own = new Map<string | null, number>();
    for (const competence of [null, ...competences]) {
      own.set(competence, classes.length);
      classes.push({ office: index, competence });
      rowsOfClass.push([]);
    }
    classOf.push(own);
    const total = hoursOfHolders(instance, office, undefined);
    addRow(total, own.values());
    for (let set = 1; set < 1 << competences.length; set += 1) {
      const members = competences.filter((_, bit) => set & (1 << bit));
      const held = hoursOfHolders(instance, office, members);
      if (held.every((value, period) => value >= total[period]! - 1e-9)) continue; // no tighter than the office's own row
      addRow(
        held,
        members.map((member) => own.get(member)!),
      );
    }
  });
  return {
    rows: hours.length / periods,
    periods,
    hours: Float64Array.from(hours),
    classes,
    rowsOfClass,
    classOf,
  };

  function addRow(values: readonly number[], members: Iterable<number>): void {
    const row = hours.length / periods;
    for (const value of values) hours.push(value);
    for (const member of members) rowsOfClass[member]!.push(row);
  }
}

function wantedCompetences(instance: PlanningInstance): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const facility of instance.facilities) {
    for (const part of facility.parts) {
      if (part.competence === null) continue;
      const set = wanted.get(part.officeId) ?? new Set();
      wanted.set(part.officeId, set.add(part.competence));
    }
  }
  return wanted;
}

/** Hours per period of those who hold one of the competences; of all where none is named. */
function hoursOfHolders(
  instance: PlanningInstance,
  office: PlanningOffice,
  competences: readonly string[] | undefined,
): number[] {
  const groups = office.groups.filter(
    (group) => !competences || competences.some((competence) => group.competences.includes(competence)),
  );
  const cuts = instance.hoursCuts.filter(({ officeId }) => officeId === office.id);
  let week = 0;
  return instance.capacityPeriods.map((length) => {
    const [from, before] = [week, week + length];
    let sum = 0;
    for (const end = week + length; week < end; week += 1) {
      for (const group of groups) sum += group.weeklyHours[week] ?? 0;
    }
    for (const cut of cuts) if (cut.week >= from && cut.week < before) sum -= cut.hours;
    return Math.max(0, sum);
  });
}
