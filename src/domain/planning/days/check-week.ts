import type { Placement, WeekPlan, WeekProblem } from './week-problem.js';

/**
 * Every hard rule that the days and persons of a week break. Written apart from the solver: it counts everything anew
 * from the placements alone.
 */
export function checkWeek(problem: WeekProblem, plan: WeekPlan): string[] {
  const faults: string[] = [];
  const people = new Map(problem.inspectors.map((inspector) => [inspector.code, inspector]));
  const stops = new Map<
    string,
    { day: number; order: number; id: string; x: number; y: number; hours: number }[]
  >();
  const taken = new Set<string>();
  const beside = new Map<string, number>();

  for (const event of problem.events) {
    const placement = plan.placed.get(event.id);
    const isUnplaced = plan.unplaced.includes(event.id);
    if ((placement === undefined) !== isUnplaced) faults.push(`${event.id} is not accounted for once.`);
    if (!placement) continue;
    if (!event.days.includes(placement.day))
      faults.push(`${event.id} is on day ${placement.day}, which is closed.`);
    event.parts.forEach((part, index) =>
      checkPart(event, part, placement, placement.inspectors[index] ?? []),
    );
  }
  for (const id of plan.placed.keys())
    if (!problem.events.some((event) => event.id === id)) faults.push(`${id} is not in the week.`);
  checkHours();
  return faults;

  function checkPart(
    event: WeekProblem['events'][number],
    part: WeekProblem['events'][number]['parts'][number],
    placement: Placement,
    team: readonly string[],
  ): void {
    if (new Set(team).size !== part.inspectors)
      faults.push(`${event.id} needs ${part.inspectors} of ${part.officeId}.`);
    if (
      part.competence !== null &&
      !team.some((code) => people.get(code)?.competences.includes(part.competence!))
    )
      faults.push(`${event.id}: nobody holds ${part.competence}.`);
    for (const code of team) {
      const person = people.get(code);
      if (person?.officeId !== part.officeId) faults.push(`${event.id}: ${code} is not of ${part.officeId}.`);
      if (!person?.daysAtWork.includes(placement.day))
        faults.push(`${code} is away on day ${placement.day}.`);
      for (const half of part.isWholeDay ? [1, 2] : [placement.half]) {
        const key = `${code}/${placement.day}/${half}`;
        if (taken.has(key)) faults.push(`${code} is at two places on day ${placement.day}.`);
        taken.add(key);
      }
      const order = part.isWholeDay ? 1 : placement.half;
      const stop = {
        day: placement.day,
        order,
        id: event.id,
        x: event.at.x,
        y: event.at.y,
        hours: part.hoursAtPlace,
      };
      stops.set(code, [...(stops.get(code) ?? []), stop]);
      beside.set(code, (beside.get(code) ?? 0) + part.hoursBeside);
    }
  }

  function checkHours(): void {
    const { detour, kilometresPerHour, hoursPerDay, travelPerDay = Infinity } = problem.weights;
    for (const [code, own] of stops) {
      const person = people.get(code);
      if (!person) continue;
      let week = beside.get(code) ?? 0;
      for (const [day, visits] of Map.groupBy(own, (stop) => stop.day)) {
        const route = [person.start, ...visits.sort((a, b) => a.order - b.order), person.start];
        let kilometres = 0;
        for (let leg = 1; leg < route.length; leg += 1)
          kilometres += Math.hypot(route[leg]!.x - route[leg - 1]!.x, route[leg]!.y - route[leg - 1]!.y);
        const road = (kilometres * detour) / kilometresPerHour;
        const atPlaces = visits.reduce((sum, stop) => sum + stop.hours, 0);
        const hours = atPlaces + (road > travelPerDay ? travelPerDay : road);
        if (hours > hoursPerDay + 1e-6) faults.push(`${code} has ${hours.toFixed(1)} hours on day ${day}.`);
        week += atPlaces + road;
      }
      if (week > person.hours + 1e-6)
        faults.push(`${code} has ${week.toFixed(1)} hours of ${person.hours} in the week.`);
    }
  }
}
