import type { InspectorGroup } from '../planning-instance.js';

/** Hours that visits ask for, by the competence they need; null where anyone will do. */
export type HoursByCompetence = ReadonlyMap<string | null, number>;

const SOURCE = 0;
const SINK = 1;

/**
 * How many of the hours asked for cannot be given to anyone who may do them: total demand less the greatest flow from
 * visits to inspectors (Edmonds and Karp). Sums per competence would not do: one inspector's hour serves one visit.
 */
export function competenceShortage(
  demand: HoursByCompetence,
  groups: readonly { readonly competences: readonly string[]; readonly hours: number }[],
): number {
  const wanted = [...demand];
  const size = 2 + wanted.length + groups.length;
  const left = Array.from({ length: size }, () => new Float64Array(size));
  wanted.forEach(([competence, hours], index) => {
    left[SOURCE]![2 + index] = hours;
    groups.forEach((group, at) => {
      if (competence === null || group.competences.includes(competence))
        left[2 + index]![2 + wanted.length + at] = Infinity;
    });
  });
  groups.forEach((group, at) => (left[2 + wanted.length + at]![SINK] = group.hours));
  let shortage = wanted.reduce((sum, [, hours]) => sum + hours, 0);
  for (let path = findPath(left); path; path = findPath(left)) {
    const amount = Math.min(...path.map(([from, to]) => left[from]![to]!));
    for (const [from, to] of path) {
      left[from]![to]! -= amount;
      left[to]![from]! += amount;
    }
    shortage -= amount;
  }
  return shortage;
}

/** Hours of each group in one capacity period. */
export function hoursOfGroups(
  groups: readonly InspectorGroup[],
  firstWeek: number,
  weeks: number,
): { competences: readonly string[]; hours: number }[] {
  return groups.map((group) => ({
    competences: group.competences,
    hours: group.weeklyHours.slice(firstWeek, firstWeek + weeks).reduce((sum, hours) => sum + hours, 0),
  }));
}

function findPath(left: readonly Float64Array[]): [number, number][] | undefined {
  const cameFrom = new Map<number, number>([[SOURCE, SOURCE]]);
  const queue = [SOURCE];
  for (const from of queue) {
    for (let to = 0; to < left.length; to += 1) {
      if (left[from]![to]! <= 1e-9 || cameFrom.has(to)) continue;
      cameFrom.set(to, from);
      queue.push(to);
    }
  }
  if (!cameFrom.has(SINK)) return undefined;
  const path: [number, number][] = [];
  for (let at = SINK; at !== SOURCE; at = cameFrom.get(at)!) path.push([cameFrom.get(at)!, at]);
  return path;
}
