/** How far an authority has come with its part of a visit. Only its own unit may answer. */
export const PART_STATES = ['PROPOSED', 'ACCEPTED', 'DECLINED', 'OTHER_TIME_PROPOSED'] as const;
export type PartState = (typeof PART_STATES)[number];
export type PartAnswer = Exclude<PartState, 'PROPOSED'>;

export const PLAN_STATES = ['DRAFT', 'PUBLISHED', 'HISTORIC'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Why somebody declines, moves, pins or closes. A closed list: free text would tell of concerns sooner or later. */
export const CHANGE_REASONS = [
  'NO_CAPACITY', // the office lacks hours in that week
  'COMPETENCE', // nobody with the competence is free
  'ABSENCE', // leave or sick leave
  'RECENT_VISIT', // the place was visited a short time ago
  'OTHER_CASE', // another case at the same place comes first; nobody says which
  'NOT_SUITABLE', // the week does not suit those who live there
  'COORDINATION', // to come together with another authority
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

/** What all the parts of a visit together amount to: the answer that asks most for somebody's attention. */
export function agreementOf(parts: readonly { readonly state: PartState }[]): PartState {
  const attention: readonly PartState[] = ['DECLINED', 'OTHER_TIME_PROPOSED', 'PROPOSED'];
  return attention.find((state) => parts.some((part) => part.state === state)) ?? 'ACCEPTED';
}

/** Why a plan cannot be published; empty where it can. The database holds the same rule. */
export function obstaclesToPublishing(plan: {
  readonly kind: string;
  readonly state: PlanState;
  readonly parts: readonly { readonly state: PartState }[];
}): string[] {
  const obstacles: string[] = [];
  if (plan.kind !== 'RISK_BASED') obstacles.push('it is only there to be compared with');
  if (plan.state !== 'DRAFT') obstacles.push(`it is ${plan.state} already`);
  if (plan.parts.length === 0) obstacles.push('it holds no visits');
  for (const state of PART_STATES) {
    const count = plan.parts.filter((part) => part.state === state).length;
    if (state !== 'ACCEPTED' && count > 0) obstacles.push(`${count} parts are ${state}`);
  }
  return obstacles;
}
