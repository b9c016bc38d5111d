import type { DueWindow } from './planning-instance.js';
import { pickRule, rulesFor, type PolicyKind, type PolicyRule, type PolicySubject } from './policy.js';
import { addDays, type Day } from '../shared/day.js';

export interface VisitHistory {
  readonly lastVisitOn: Day | null;
  /** When the authority's duty began (approval); the interval runs from here while no visit is known. */
  readonly dutyFrom: Day | null;
}

/**
 * When the next visit is due by the dated rows. An interval is counted from the last visit, but by the row that is in
 * force when it ends: a duty that is repealed before its deadline falls leaves no deadline, and a new one that is
 * already passed when its row begins falls due on that first day.
 */
export function dueWindow(
  rules: readonly PolicyRule[],
  subject: PolicySubject,
  history: VisitHistory,
  startsOn: Day,
): DueWindow {
  const latest = latestDay(rules, subject, history, startsOn);
  const earliest = earliestDay(rules, subject, history.lastVisitOn, startsOn);
  // A deadline before the shortest interval has passed cannot be met: the shortest interval is the harder rule.
  return { earliest, latest };
}

function latestDay(
  rules: readonly PolicyRule[],
  subject: PolicySubject,
  history: VisitHistory,
  startsOn: Day,
): Day | null {
  const countsFrom = history.lastVisitOn ?? history.dutyFrom ?? startsOn;
  for (const era of eras(rules, 'MAX_INTERVAL', subject, startsOn)) {
    if (!era.rule) continue;
    const interval = addDays(countsFrom, era.rule.days);
    const latest = era.from > startsOn && interval < era.from ? era.from : interval;
    if (era.before === null || latest < era.before) return latest;
  }
  return null;
}

function earliestDay(
  rules: readonly PolicyRule[],
  subject: PolicySubject,
  lastVisitOn: Day | null,
  startsOn: Day,
): Day {
  if (lastVisitOn === null) return startsOn;
  for (const era of eras(rules, 'MIN_INTERVAL', subject, startsOn)) {
    const interval = era.rule ? addDays(lastVisitOn, era.rule.days) : era.from;
    const earliest = interval > era.from ? interval : era.from;
    if (era.before === null || earliest < era.before) return earliest;
  }
  return startsOn;
}

interface Era {
  readonly from: Day;
  /** The first day after it; null for the last era. */
  readonly before: Day | null;
  readonly rule: PolicyRule | undefined;
}

/** The stretches of days, from `startsOn` on, in which the same row decides. */
function eras(rules: readonly PolicyRule[], kind: PolicyKind, subject: PolicySubject, startsOn: Day): Era[] {
  const changes = rulesFor(rules, kind, subject)
    .flatMap((rule) =>
      rule.validTo === null ? [rule.validFrom] : [rule.validFrom, addDays(rule.validTo, 1)],
    )
    .filter((change) => change > startsOn);
  const starts = [startsOn, ...new Set(changes)].sort();
  return starts.map((from, index) => ({
    from,
    before: starts[index + 1] ?? null,
    rule: pickRule(rules, kind, subject, from),
  }));
}
