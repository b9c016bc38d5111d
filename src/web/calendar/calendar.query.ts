import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const CalendarVisit = graphql(`
  fragment CalendarVisit on PlannedVisit {
    id
    planId
    facilityId
    facilityName
    municipality
    weekStart
    visitOn
    half
    mode
    form
    state
    parts {
      authority
      office
      state
    }
  }
`);

export const CalendarQuery = graphql(
  `
    query Calendar($filter: PlannedVisitFilter, $first: Int!, $offset: Int!) {
      currentPlans {
        id
        kind
        state
        revision
        horizonFrom
        horizonWeeks
      }
      regions {
        code
        name
      }
      offices {
        responsibleUnit
        name
      }
      plannedVisits(filter: $filter, first: $first, offset: $offset) {
        totalCount
        weeks {
          weekStart
          visits
          joint
          agreed
        }
        visits {
          ...CalendarVisit
        }
      }
    }
  `,
  [CalendarVisit],
);
export type CalendarAnswer = ResultOf<typeof CalendarQuery>;

export const AcceptAll = graphql(`
  mutation AcceptAll($planId: ID!, $revision: Int!) {
    acceptAllParts(planId: $planId, revision: $revision)
  }
`);

export const Publish = graphql(`
  mutation Publish($planId: ID!, $revision: Int!) {
    publishPlan(planId: $planId, revision: $revision)
  }
`);
