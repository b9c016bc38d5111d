import type { FacilityType } from '../facility/source-record.js';
import type { Authority } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

export const POLICY_KINDS = [
  'MIN_INTERVAL', // fewest days between two visits of the authority
  'MAX_INTERVAL', // most days between two visits of the authority
  'NOTICE_AT_LEAST', // an announced visit is notified no later than this many days before
  'NOTICE_AT_MOST', // an announced visit is notified no earlier than this many days before
  'MAX_WAIT', // a place of the band is visited within this many days of the plan's first day
  'AFTER_SERIOUS_EVENT', // after a serious event somebody comes within this many days
] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** One dated row of law or policy. Null means: whatever the type, or whatever the risk band. */
export interface PolicyRule {
  readonly authority: Authority;
  readonly kind: PolicyKind;
  readonly facilityType: FacilityType | null;
  readonly band: string | null;
  readonly days: number;
  readonly validFrom: Day;
  /** The last day on which it holds; null while no end is known. */
  readonly validTo: Day | null;
  /** Where it stands: paragraph, bill, or the assumption it rests on. */
  readonly source: string;
  /** False until someone with authority over the domain has said that it is right. */
  readonly confirmed: boolean;
}

export interface PolicySubject {
  readonly authority: Authority;
  readonly facilityType: FacilityType | null;
  readonly band: string | null;
}

/** The rows that could ever speak of this subject, whatever the day. */
export function rulesFor(
  rules: readonly PolicyRule[],
  kind: PolicyKind,
  subject: PolicySubject,
): PolicyRule[] {
  return rules.filter(
    (rule) =>
      rule.kind === kind &&
      rule.authority === subject.authority &&
      (rule.facilityType === null || rule.facilityType === subject.facilityType) &&
      (rule.band === null || rule.band === subject.band),
  );
}

/**
 * The row that decides on a day: one that names the band goes before one that names the type, and that before a general
 * one; then the one in force latest; then the one that asks most of the authority.
 */
export function pickRule(
  rules: readonly PolicyRule[],
  kind: PolicyKind,
  subject: PolicySubject,
  onDay: Day,
): PolicyRule | undefined {
  return rulesFor(rules, kind, subject)
    .filter((rule) => rule.validFrom <= onDay && (rule.validTo === null || onDay <= rule.validTo))
    .sort(
      (a, b) =>
        specificity(b) - specificity(a) ||
        (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : 0) ||
        strictness(b) - strictness(a),
    )[0];
}

function specificity(rule: PolicyRule): number {
  return (rule.band === null ? 0 : 2) + (rule.facilityType === null ? 0 : 1);
}

function strictness(rule: PolicyRule): number {
  return rule.kind === 'MIN_INTERVAL' || rule.kind === 'NOTICE_AT_LEAST' ? rule.days : -rule.days;
}
