import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const DecisionParts = graphql(`
  fragment Decision on MatchDecision {
    id
    kind
    leftKeys
    rightKeys
    undoneBy
    reason
    decidedBy
    authority
    decidedAt
  }
`);

export const ComparedParts = graphql(`
  fragment Compared on ComparedRecord {
    sourceKey
    authority
    name
    parentName
    address {
      street
      postalCode
      town
    }
    municipalityName
    cvrNumber
    pNumber
    sorCode
    operatorName
    facilityType
    typeSourceTerm
    capacityPlaces
    employees
    endedOn
    facilityIds
  }
`);

export const QueueQuery = graphql(`
  query MatchQueuePage(
    $filter: MatchQueueFilterInput
    $order: MatchQueueOrder!
    $first: Int!
    $offset: Int!
  ) {
    matchQueue(filter: $filter, orderBy: $order, first: $first, offset: $offset) {
      totalCount
      pairs {
        leftKey
        rightKey
        probability
        left {
          name
          authority
          municipalityName
          address {
            town
          }
        }
        right {
          name
          authority
          municipalityName
          address {
            town
          }
        }
      }
    }
  }
`);

export const PairQuery = graphql(
  `
    query MatchPairPage($leftKey: ID!, $rightKey: ID!) {
      matchPair(leftKey: $leftKey, rightKey: $rightKey) {
        leftKey
        rightKey
        probability
        totalWeight
        state
        decidedBy
        weights {
          field
          level
          weight
        }
        left {
          ...Compared
        }
        right {
          ...Compared
        }
        decisions {
          ...Decision
        }
      }
    }
  `,
  [ComparedParts, DecisionParts],
);

export const FacilityRecordsQuery = graphql(
  `
    query FacilityRecords($id: ID!) {
      facility(id: $id) {
        id
        name
        sources {
          sourceKey
          authority
          name
          rule
          confidence
          decidedBy
        }
        matchDecisions {
          ...Decision
        }
      }
    }
  `,
  [DecisionParts],
);

export const DecideMatch = graphql(`
  mutation DecideMatch($input: DecideMatchInput!) {
    decideMatch(input: $input) {
      id
    }
  }
`);

export const SplitFacility = graphql(`
  mutation SplitFacility($input: SplitFacilityInput!) {
    splitFacility(input: $input) {
      id
    }
  }
`);

export const MergeFacilities = graphql(`
  mutation MergeFacilities($input: MergeFacilitiesInput!) {
    mergeFacilities(input: $input) {
      id
    }
  }
`);

export const UndoDecision = graphql(`
  mutation UndoDecision($input: UndoMatchDecisionInput!) {
    undoMatchDecision(input: $input) {
      id
    }
  }
`);

export type ShownDecision = ResultOf<typeof DecisionParts>;
export type ShownRecord = ResultOf<typeof ComparedParts>;
export type Queue = ResultOf<typeof QueueQuery>['matchQueue'];
export type ShownPair = NonNullable<ResultOf<typeof PairQuery>['matchPair']>;
export type FacilityRecords = NonNullable<ResultOf<typeof FacilityRecordsQuery>['facility']>;
