import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const OperatorPlacesQuery = graphql(`
  query OperatorPlaces($first: Int!, $offset: Int!) {
    facilities(order: { by: NAME }, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          name
          hasSecretAddress
          address {
            street
            postalCode
            town
          }
          municipality {
            name
          }
          facilityType
          capacityPlaces
        }
      }
    }
  }
`);
export type OperatorPlacesAnswer = ResultOf<typeof OperatorPlacesQuery>['facilities'];
