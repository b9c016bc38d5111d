import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const SourceParts = graphql(`
  fragment Source on FacilitySource {
    sourceKey
    authority
    name
    parentName
    address {
      street
      postalCode
      town
    }
    cvrNumber
    pNumber
    sorCode
    typeSourceTerm
    statusSourceTerm
    responsibleUnit
    deliveredOn
    endedOn
    rule
    confidence
    decidedBy
  }
`);

export type Source = ResultOf<typeof SourceParts>;
