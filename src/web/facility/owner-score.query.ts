import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const OwnerScoreParts = graphql(`
  fragment OwnerOnly on OwnerScore {
    unit
    asOf
    points
    probability
    band
    mustVisitBy
    explanation {
      da
      en
    }
  }
`);

export type OwnerScore = ResultOf<typeof OwnerScoreParts>;
