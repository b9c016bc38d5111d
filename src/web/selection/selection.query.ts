import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const ShareParts = graphql(`
  fragment Share on RandomShare {
    authority
    share
    normalShare
    isReduced
    awaiting {
      id
      share
      reason
      requestedBy
    }
  }
`);

export const SharesQuery = graphql(
  `
    query RandomShares {
      randomShares {
        ...Share
      }
    }
  `,
  [ShareParts],
);

export const SelectionQuery = graphql(
  `
    query Selection($asManager: Boolean!) {
      selectionReport {
        channels {
          channel
          selections
        }
        shares {
          ...Share
        }
        prevalence {
          places
          sampled
          visited
          share
          interval {
            low
            high
          }
        }
      }
      randomDraws {
        id
        periodFrom
        seedHash
        drawnAt
        frameSize
        sampleSize
        seed
        isReproduced
      }
      overrideReport {
        direction
        reasonCode
        visits
        overrideRight
        modelRight
        serious
        share
        expected
        verdict
        interval {
          low
          high
        }
      }
      overrideReasons {
        code
        label {
          da
          en
        }
      }
      blindVisits @include(if: $asManager) {
        id
        facilityId
        facilityName
        visitedOn
        inspector
        hadSeenScore
        seenAt
      }
    }
  `,
  [ShareParts],
);

export const SetShare = graphql(`
  mutation SetShare($input: RandomShareInput!) {
    setRandomShare(input: $input) {
      share
    }
  }
`);
export const AgreeToShare = graphql(`
  mutation AgreeToShare($changeId: ID!) {
    agreeToRandomShare(changeId: $changeId) {
      share
    }
  }
`);

export type Share = ResultOf<typeof ShareParts>;
export type SelectionAnswer = ResultOf<typeof SelectionQuery>;
