import type { plan as danish } from '../da/plan.js';

export const plan: typeof danish = {
  title: 'Plan',
  lead: 'The risk-based plan beside a fixed interval. Both plans use the same offices and hours, so that the figures can be compared.',
  none: 'There is no plan yet',
  noneText: 'A plan is made when the places have been scored.',
  period: (weeks, from) => `${weeks} weeks from ${from}.`,
  madeOn: (day) => `Calculated ${day}.`,
  table: 'The two plans side by side',
  measure: 'Measure',
  percentagePoints: 'percentage points',
  difference: 'Difference',
  state: 'State',
  measures: {
    visits: 'Visits of single authorities',
    visitDays: 'Days on which a place is visited',
    jointShare: 'Share of visits that are joint',
    expectedFindings: 'Visits expected to find something serious',
    harmAvoided: 'Weeks of undetected problems expected to be avoided',
    hours: 'Hours in all',
    mustVisits: 'Visits that must be made in the period',
    lateVisits: 'Of those, after the deadline',
    dueNotVisited: 'Of those, not at all',
  },
  hints: {
    visitDays: 'A joint visit is one day',
    harmAvoided: 'Weighted by gravity',
  },
  bound: (value, bound, share) =>
    `The value of the plan is ${value}. No plan for the same task can reach more than ${bound}; the plan reaches at least ${share} of what is possible.`,
  expected: 'The figures are expectations from the scores, not measured results.',
};
