import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';
import { ContestParts, EventParts } from '../judgement/judgement.query.js';
import { OwnerScoreParts } from './owner-score.query.js';
import { ScoreParts } from './score.query.js';
import { SourceParts } from './sources.query.js';
import { PlannedVisitParts } from './planned-visits.query.js';
import { VisitParts } from './visits.query.js';

/** What only the authorities may see is not even asked for on behalf of anybody else. */
export const FacilityQuery = graphql(
  `
    query FacilityPage($id: ID!, $visits: Int!, $asStaff: Boolean!) {
      facility(id: $id) {
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
        operatorName
        cvrNumbers
        pNumbers
        sorCodes
        authorities
        responsibleUnit
        endedOn
        score @include(if: $asStaff) {
          ...Score
        }
        ownerScore @include(if: $asStaff) {
          ...OwnerOnly
        }
        standing @include(if: $asStaff) {
          effectiveBand
          override {
            requestedBy
            expiresOn
          }
        }
        seriousEvents @include(if: $asStaff) {
          ...Event
        }
        contests {
          ...Contest
        }
        visits(first: $visits) {
          ...Visit
        }
        visitNotices {
          id
          authorities
          mode
          visitOn
          notifiedOn
          withdrawnOn
        }
        plannedVisits @include(if: $asStaff) {
          ...PlannedVisit
        }
        unplannedInspections @include(if: $asStaff) {
          authority
          reason
        }
        sources {
          ...Source
        }
      }
      riskBands @include(if: $asStaff) {
        band
        meaning {
          da
          en
        }
        triggers {
          da
          en
        }
        isConfirmed
      }
    }
  `,
  [ScoreParts, OwnerScoreParts, EventParts, ContestParts, VisitParts, PlannedVisitParts, SourceParts],
);

export type FacilityAnswer = ResultOf<typeof FacilityQuery>;
export type ShownFacility = NonNullable<FacilityAnswer['facility']>;
export type RiskBands = NonNullable<FacilityAnswer['riskBands']>;
