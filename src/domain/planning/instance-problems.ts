import type {
  AuthorityPart,
  PlanningFacility,
  PlanningInstance,
  PlanningOffice,
} from './planning-instance.js';
import { isoWeekday } from '../shared/day.js';

/** Most visits of one place in a year: the search for the best weeks grows as 3 to the power of it. */
export const MOST_SLOTS = 8;
/** Most competences that visits of one office may ask for: one capacity row per set of them. */
export const MOST_COMPETENCES = 8;

/** An instance that no plan can be made from; the message lists what to mend. */
export class UnsoundInstance extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The planning instance is not sound:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

/** Throws UnsoundInstance where data contradict themselves; a plan from such an instance would be worth nothing. */
export function assertSound(instance: PlanningInstance): void {
  const problems = instanceProblems(instance);
  if (problems.length > 0) throw new UnsoundInstance(problems);
}

/** What is wrong with an instance, one sentence each; empty when it is sound. */
export function instanceProblems(instance: PlanningInstance): string[] {
  const problems: string[] = [];
  const say = (isWrong: boolean, sentence: string): void => {
    if (isWrong) problems.push(sentence);
  };
  say(isoWeekday(instance.startsOn) !== 1, `It starts on ${instance.startsOn}, which is not a Monday.`);
  const periodWeeks = instance.capacityPeriods.reduce((sum, weeks) => sum + weeks, 0);
  say(
    periodWeeks !== instance.weeks,
    `Its capacity periods hold ${periodWeeks} weeks, not ${instance.weeks}.`,
  );
  const { dutyShare, coordinationHours } = instance.parameters.jointHours;
  say(dutyShare.length === 0 || coordinationHours.length === 0, 'The hours of joint visits are not given.');
  problems.push(...repeated(instance.offices, 'Office'), ...repeated(instance.facilities, 'Facility'));
  for (const office of instance.offices) {
    for (const group of office.groups) {
      const isWrong =
        group.weeklyHours.length !== instance.weeks || group.weeklyHours.some((hours) => !(hours >= 0));
      say(isWrong, `Office ${office.id} needs ${instance.weeks} weekly hours of 0 or more for each group.`);
    }
    const asked = instance.facilities.flatMap(({ parts }) =>
      parts.filter((part) => part.officeId === office.id),
    );
    const competences = new Set(asked.flatMap((part) => part.competence ?? []));
    say(
      competences.size > MOST_COMPETENCES,
      `Office ${office.id} is asked for more than ${MOST_COMPETENCES} competences.`,
    );
  }
  const offices = new Map(instance.offices.map((office) => [office.id, office]));
  for (const facility of instance.facilities) problems.push(...facilityProblems(instance, facility, offices));
  return problems;
}

function repeated(all: readonly { readonly id: string }[], what: string): string[] {
  const seen = new Set<string>();
  return all
    .filter(({ id }) => seen.has(id) || !seen.add(id))
    .map(({ id }) => `${what} ${id} occurs more than once.`);
}

function facilityProblems(
  instance: PlanningInstance,
  facility: PlanningFacility,
  offices: ReadonlyMap<string, PlanningOffice>,
): string[] {
  const slots = facility.parts.reduce((sum, part) => sum + part.slots.length, 0);
  const units = new Set(facility.parts.map((part) => part.responsibleUnit));
  const problems = [
    slots > MOST_SLOTS && `has ${slots} visits; ${MOST_SLOTS} is the most.`,
    units.size < facility.parts.length && 'has two parts of one responsible unit.',
    !(facility.weeksBetweenVisits >= 1) && 'needs 1 week or more between visits.',
    !(facility.maxAuthoritiesPerVisit >= 1) && 'must be able to receive an authority.',
    ...facility.parts.flatMap((part) => partProblems(instance, facility, part, offices.get(part.officeId))),
  ];
  return problems.flatMap((problem) => (problem ? [`Facility ${facility.id} ${problem}`] : []));
}

function partProblems(
  instance: PlanningInstance,
  facility: PlanningFacility,
  part: AuthorityPart,
  office: PlanningOffice | undefined,
): (string | false)[] {
  const pins = part.slots.flatMap((slot) => slot.pinnedWeek ?? []);
  const isOutside = pins.some((week) => !Number.isInteger(week) || week < 0 || week >= instance.weeks);
  const isVetoed = pins.some(
    (week) => part.vetoedWeeks.includes(week) || facility.vetoedWeeks.includes(week),
  );
  return [
    !office && `names the office ${part.officeId}, which is not there.`,
    office &&
      office.authority !== part.authority &&
      `names the office ${part.officeId} of another authority.`,
    !(part.probability12Months >= 0 && part.probability12Months <= 1) && 'has a probability outside 0-1.',
    !(part.severityWeight > 0) && 'has a severity weight that is not above 0.',
    !(part.dutyHours > 0 && part.travelHours >= 0) && 'has a visit without hours.',
    isOutside && 'has a pinned week outside the plan.',
    isVetoed && 'has a pinned week that is vetoed.',
    new Set(pins).size < pins.length && 'has two visits of one authority pinned to one week.',
  ].map((each) => each ?? false);
}
