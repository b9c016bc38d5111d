import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const ListedFacilityParts = graphql(`
  fragment ListedFacility on Facility {
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
    standing {
      effectiveBand
    }
    seriousEvents {
      id
      resolvedAt
      label {
        da
        en
      }
    }
    score {
      asOf
      points
      band
      hasTooLittleData
      dimensions {
        severity
        vulnerability
        documentation
      }
      authorities {
        authority
        probability
      }
      contributions {
        kind
        authority
        hundredths
        label {
          da
          en
        }
        valueText {
          da
          en
        }
      }
    }
    lastSocialtilsynet: visits(first: 1, authority: SOCIALTILSYNET) {
      occurredOn
    }
    lastArbejdstilsynet: visits(first: 1, authority: ARBEJDSTILSYNET) {
      occurredOn
    }
    lastStps: visits(first: 1, authority: STPS) {
      occurredOn
    }
    plannedVisits {
      weekStart
      parts {
        authority
      }
    }
  }
`);

/** The list is left out where the address asks for something impossible. */
export const WorkListQuery = graphql(
  `
    query WorkList(
      $filter: FacilityFilterInput
      $order: FacilityOrderInput
      $first: Int
      $offset: Int
      $withList: Boolean!
    ) {
      facilities(filter: $filter, order: $order, first: $first, offset: $offset) @include(if: $withList) {
        totalCount
        edges {
          node {
            ...ListedFacility
          }
        }
      }
      municipalities {
        code
        name
      }
    }
  `,
  [ListedFacilityParts],
);

export type ListedFacility = ResultOf<typeof ListedFacilityParts>;
export type WorkListAnswer = ResultOf<typeof WorkListQuery>;
