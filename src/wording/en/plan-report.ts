import type { planReport as danish } from '../da/plan-report.js';

export const planReport: typeof danish = {
  title: 'Report on the plan',
  lead: 'The plan beside other ways to plan the same year. All are measured in the same way, and are expectations from the scores, not measured results.',
  gaps: (gap, riskGap) =>
    `The plan is at most ${gap} from the best one that can be made, and at most ${riskGap} where only risk counts.`,
  table: 'Ways to plan',
  policy: 'Way',
  policies: {
    PLAN: 'The plan',
    FIXED_CADENCE: 'Fixed interval, each alone',
    FIXED_CADENCE_UNLIMITED: 'Fixed interval, as if hours were no limit',
    GREEDY_SEPARATE: 'Most value per hour first, each alone',
    GREEDY_JOINT: 'Most value per hour first, together',
    OPTIMISED_SEPARATE: 'Planned as the plan is, but each alone',
  },
  findings: 'Serious findings',
  harm: 'Weeks of problem avoided',
  visits: 'Visits',
  visitDays: 'Days of visit',
  hours: 'Hours',
  late: 'Too late',
  missing: 'Missing',
  curve: 'Disturbance against findings',
  curveText:
    'The more a day of visit is taken to cost a place, the fewer days – and in the end fewer findings.',
  burden: 'Price of a day of visit (share of a mean visit)',
  fairness: 'At equal risk',
  fairnessText:
    '1.00 means that the group is visited as all places of the same risk are; below 1 less often, above 1 more often.',
  group: 'Group',
  relations: 'Authorities and places',
  visited: 'Visited',
  ratio: 'Against equal risk',
  unknown: 'Unknown',
  load: 'Hours of the offices',
  office: 'Office',
  capacity: 'There are',
  share: 'Used',
  file: 'Download the report as JSON',
};
