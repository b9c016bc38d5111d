import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const FollowUpQuery = graphql(`
  query FollowUps($filter: FollowUpFilterInput, $first: Int!, $offset: Int!) {
    regions {
      code
      name
    }
    followUps(filter: $filter, first: $first, offset: $offset) {
      totalCount
      followUps {
        id
        facilityId
        facilityName
        municipality
        authority
        sourceTerm
        topic
        occurredOn
        dueOn
        state
      }
    }
  }
`);
export type FollowUpAnswer = ResultOf<typeof FollowUpQuery>;
