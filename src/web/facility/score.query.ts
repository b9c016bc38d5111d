import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const TermParts = graphql(`
  fragment Term on Contribution {
    kind
    authority
    key
    hundredths
    isActionable
    sourceAuthority
    label {
      da
      en
    }
    valueText {
      da
      en
    }
  }
`);

export const ScoreParts = graphql(
  `
    fragment Score on FacilityScore {
      asOf
      points
      band
      hasTooLittleData
      explanation {
        da
        en
      }
      dimensions {
        likelihoodPoints
        severity
        vulnerability
        documentation
      }
      contributions {
        ...Term
      }
      loweringChanges {
        action
        text {
          da
          en
        }
        band
        authorities {
          authority
          moved {
            key
            label {
              da
              en
            }
            from {
              da
              en
            }
            to {
              da
              en
            }
          }
        }
      }
      authorities {
        authority
        points
        probability
        interval {
          lowProbability
          highProbability
        }
        method
        hasTooLittleData
        modelVersion
        trainedThrough
        missing {
          da
          en
        }
      }
    }
  `,
  [TermParts],
);

export type Score = ResultOf<typeof ScoreParts>;
export type Term = ResultOf<typeof TermParts>;
