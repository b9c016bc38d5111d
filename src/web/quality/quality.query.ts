import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const QualityQuery = graphql(`
  query QualityPage {
    dataQuality {
      registers {
        authority
        records
        ended
        withoutAddress
        withSecretAddress
        withoutPNumber
        withoutCvrNumber
        stale
        unmatched
        quarantinedRows
      }
      conflicts {
        attribute
        places
      }
    }
  }
`);

export type Quality = ResultOf<typeof QualityQuery>['dataQuality'];
