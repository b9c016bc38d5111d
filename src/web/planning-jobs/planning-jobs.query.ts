import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

const ShownJob = graphql(`
  fragment ShownJob on PlanningJob {
    id
    kind
    state
    basedOn
    causes
    planId
    phase
    done
    total
    upperBound
    value
    gap
    startedAt
  }
`);

export const JobsQuery = graphql(
  `
    query Jobs {
      planningJobs(first: 10) {
        ...ShownJob
      }
      currentPlans {
        id
        kind
      }
    }
  `,
  [ShownJob],
);
export type ShownJob = ResultOf<typeof JobsQuery>['planningJobs'][number];

export const JobQuery = graphql(
  `
    query Job($id: ID!) {
      planningJob(id: $id) {
        ...ShownJob
      }
    }
  `,
  [ShownJob],
);

export const DifferencesQuery = graphql(`
  query Differences($from: ID!, $to: ID!) {
    planDifferences(from: $from, to: $to) {
      kind
      cause
      facilityId
      facilityName
      before {
        weekStart
      }
      after {
        id
        weekStart
      }
    }
  }
`);
export type Difference = ResultOf<typeof DifferencesQuery>['planDifferences'][number];

export const StartPlanning = graphql(`
  mutation StartPlanning($input: StartPlanningInput) {
    startPlanning(input: $input) {
      id
    }
  }
`);

export const CancelPlanning = graphql(`
  mutation CancelPlanning($id: ID!) {
    cancelPlanning(id: $id) {
      id
    }
  }
`);
