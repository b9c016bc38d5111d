import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const PlanQuery = graphql(`
  query PlanPage {
    currentPlans {
      id
      kind
      state
      horizonFrom
      horizonWeeks
      createdAt
      value
      upperBound
      measures {
        visits
        visitDays
        jointShare
        expectedFindings
        harmAvoided
        hours
        mustVisits
        lateVisits
        dueNotVisited
      }
    }
  }
`);

export type ShownPlan = ResultOf<typeof PlanQuery>['currentPlans'][number];
