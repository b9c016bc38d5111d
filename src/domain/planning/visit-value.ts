import { problemProbability, undetectedWeeks, type Hazard } from './hazard.js';
import type { AuthorityPart, PlanningInstance, PlanningParameters } from './planning-instance.js';
import { daysBetween, type Day } from '../shared/day.js';

/** When in the week a visit is taken to happen: its middle. */
export function visitTime(week: number): number {
  return week + 0.5;
}

/** Weeks from the last visit to the horizon's start; the assumed age where no visit is known. */
export function weeksSinceLastVisit(
  part: AuthorityPart,
  startsOn: Day,
  parameters: PlanningParameters,
): number {
  if (part.lastVisitOn === null) return parameters.weeksSinceUnknownVisit;
  return Math.max(0, daysBetween(part.lastVisitOn, startsOn) / 7);
}

/** The end of what counts, in weeks from the start. */
export function horizonEnd(instance: Pick<PlanningInstance, 'weeks' | 'parameters'>): number {
  return instance.weeks + instance.parameters.tailWeeks;
}

/**
 * Weeks of undetected problem that one visit at `time` avoids between the visits before and after it (times in weeks
 * from the horizon's start, the earlier one mostly negative): U(after - before) - U(time - before) - U(after - time).
 * Zero at both ends and greatest in between, because U is convex.
 */
export function weeksAvoided(hazard: Hazard, before: number, time: number, after: number): number {
  if (time <= before || time >= after) return 0;
  return (
    undetectedWeeks(hazard, after - before) -
    undetectedWeeks(hazard, time - before) -
    undetectedWeeks(hazard, after - time)
  );
}

export interface VisitSeriesValue {
  /** Expected number of visits that find a problem. */
  readonly expectedFindings: number;
  /** Expected weeks of undetected problem until the end. */
  readonly undetectedWeeks: number;
}

/**
 * What a series of visits at rising times is expected to find and leave, exactly: visits of the same authority are not
 * additive. A visit that finds nothing there, or finds it, starts the count again; one that overlooks does not.
 */
export function valueOfVisits(
  hazard: Hazard,
  age: number,
  times: readonly number[],
  end: number,
  detectionProbability: number,
): VisitSeriesValue {
  const points = [-age, ...times];
  // likelihood[i]: that visit i (0 = the last one before the horizon) is the latest that started the count again
  const likelihood = [1];
  let expectedFindings = 0;
  let undetected = 0;
  let now = 0;
  for (let next = 1; next <= points.length; next += 1) {
    const until = points[next] ?? end;
    for (let last = 0; last < next; last += 1) {
      const [since, share] = [points[last]!, likelihood[last]!];
      undetected += share * (undetectedWeeks(hazard, until - since) - undetectedWeeks(hazard, now - since));
      if (next < points.length) {
        expectedFindings += share * detectionProbability * problemProbability(hazard, until - since);
        likelihood[last] = share * (1 - detectionProbability);
      }
    }
    likelihood.push(detectionProbability);
    now = until;
  }
  return { expectedFindings, undetectedWeeks: undetected };
}
