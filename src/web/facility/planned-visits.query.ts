import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const PlannedVisitParts = graphql(`
  fragment PlannedVisit on PlannedVisit {
    id
    weekStart
    mode
    parts {
      authority
      office
      hours
      latestOn
      reasons
    }
  }
`);

export type PlannedVisit = ResultOf<typeof PlannedVisitParts>;
