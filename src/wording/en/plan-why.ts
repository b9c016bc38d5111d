import type { planWhy as danish } from '../da/plan-why.js';

export const planWhy: typeof danish = {
  title: (authority) => `Why – ${authority}`,
  secrecy: 'Days of visits must not reach the place. Do not share this page.',
  planned: (week) => `The visit is planned for ${inSentence(week)}.`,
  missing: 'The authority does not come within the plan.',
  reasons: 'Reason',
  office: 'Office',
  competence: 'Competence',
  weeks: (count, from, to) => `Holds for ${count} weeks between ${inSentence(from)} and ${inSentence(to)}.`,
  confirmed: 'The reason was tried by the checker, which shares no code with the planner.',
  unconfirmed:
    'The checker could not confirm the reason. The plan or what is known of the place has changed since.',
  gap: (percent) => `The plan is at most ${percent} from the best one that can be made.`,
  waitsFor: (units) => `The visit could come earlier, but waits for ${units}.`,
  balance: 'What the visit is worth',
  balanceText: 'In units of a mean visit. Hours cost what they are worth to other visits.',
  what: 'Item',
  now: 'In the week of the plan',
  alone: (week) => `Alone, best in ${inSentence(week)}`,
  risk: 'Harm avoided',
  duty: 'Duty and deadline',
  hoursCost: 'Price of the hours',
  disturbance: 'Disturbance of the place',
  sum: 'Total',
  needed: (probability) =>
    `From a probability of ${probability} of a serious finding within 12 months, the risk would pay for the hours.`,
  changes: 'What would change it',
  changesText: 'Each was tried: the plan was made again, and the visit was in it.',
  noChanges: 'None of the changes that were tried brought the visit into the plan.',
  change: {
    SCORE: (probability) => `A probability of ${probability} of a serious finding within 12 months`,
    HOURS: (hours, week) => `${hours} more hours of the office in ${inSentence(week)}`,
    OPEN_WEEKS: 'That no week is closed to the visit',
    PIN: (week) => `That an employee fixes ${inSentence(week)}`,
  },
  givesWay: (visits) =>
    visits === 0
      ? 'No other visit gives way.'
      : visits === 1
        ? 'One other visit moves or goes.'
        : `${visits} other visits move or go.`,
  givingVisit: (place, authority, week) => `${place}, ${authority}, ${inSentence(week)}`,
  whatIf: 'What if',
  whatIfText: 'The plan is made again with the change. Nothing is stored. It takes some seconds.',
  probability: 'Probability of a serious finding within 12 months, in per cent',
  hours: 'More hours of the office',
  week: 'Monday of the week (YYYY-MM-DD)',
  pin: 'Fix the week',
  tryIt: 'Try',
  wouldCome: (week) => `The visit would come in ${inSentence(week)}.`,
  wouldNotCome: 'The visit would still not come.',
  findings: (before, after) => `Expected serious findings in all: ${before} before, ${after} after.`,
  why: 'Why, and what would change it?',
  prices: {
    title: 'What an hour is worth',
    lead: 'The worth of one more hour of an office, in per cent of a mean visit. Found by making the plan again.',
    table: 'Prices of hours',
    office: 'Office',
    competence: 'Competence',
    mean: 'Mean',
    highest: 'Highest',
    dearest: 'Dearest week',
    all: 'All',
    duties: 'What deadlines cost',
    dutyText: (visits, hours, beyond) =>
      `${visits} visits have a deadline within the plan. They take ${hours} hours; ${beyond} of these risk alone would not have paid for.`,
    withoutDuties: (findings, without) =>
      `The plan is expected to give ${findings} serious findings. Without a single deadline, on the same hours, it would be ${without}.`,
    link: 'What an hour is worth, and what deadlines cost',
  },
};

function inSentence(week: string): string {
  return week.charAt(0).toLowerCase() + week.slice(1);
}
