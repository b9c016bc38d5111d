import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const MasterDataQuery = graphql(`
  query MasterDataPage($id: ID!, $asOf: Day) {
    facility(id: $id) {
      id
      name
      hasSecretAddress
      masterData(asOf: $asOf) {
        attribute
        agreement
        values {
          sourceKey
          authority
          value
          knownFrom
        }
        earlier {
          sourceKey
          authority
          value
          knownFrom
          knownTo
        }
      }
    }
  }
`);

export type MasterData = NonNullable<ResultOf<typeof MasterDataQuery>['facility']>;
export type Attribute = MasterData['masterData'][number];
