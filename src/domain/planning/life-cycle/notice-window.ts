import { pickRule, type PolicyRule } from '../policy.js';
import type { FacilityType } from '../../facility/source-record.js';
import type { Authority } from '../../shared/authority.js';
import { addDays, daysBetween, type Day } from '../../shared/day.js';

/** The days on which a place may be told of an announced visit. Both ends belong to it; it may be empty. */
export interface NoticeWindow {
  readonly from: Day;
  readonly to: Day;
}

/**
 * When a place may be told that these authorities come on a day: as early as each of them allows and as late as each
 * allows. Undefined where a rule in force is missing for one of them: then nothing may be told.
 */
export function noticeWindow(
  rules: readonly PolicyRule[],
  subject: {
    readonly authorities: readonly Authority[];
    readonly facilityType: FacilityType | null;
    readonly band: string | null;
  },
  visitOn: Day,
): NoticeWindow | undefined {
  let from: Day | undefined;
  let to = visitOn;
  for (const authority of subject.authorities) {
    const most = pickRule(rules, 'NOTICE_AT_MOST', { ...subject, authority }, visitOn);
    if (!most) return undefined;
    const earliest = addDays(visitOn, -most.days);
    const least = pickRule(rules, 'NOTICE_AT_LEAST', { ...subject, authority }, visitOn)?.days ?? 0;
    const latest = addDays(visitOn, -least);
    if (from === undefined || earliest > from) from = earliest;
    if (latest < to) to = latest;
  }
  return from === undefined ? undefined : { from, to };
}

/** What is wrong with telling on `today`, or undefined where it may be told. Days of notice are calendar days. */
export function noticeProblem(
  window: NoticeWindow | undefined,
  today: Day,
): 'NO_RULE' | 'NEVER' | 'TOO_EARLY' | 'TOO_LATE' | undefined {
  if (!window) return 'NO_RULE';
  if (daysBetween(window.from, window.to) < 0) return 'NEVER';
  if (today < window.from) return 'TOO_EARLY';
  return today > window.to ? 'TOO_LATE' : undefined;
}
