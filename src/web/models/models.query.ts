import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const ModelsQuery = graphql(`
  query Models {
    modelRegistry {
      inForce
      afterRollback
      versions {
        version
        isInForce
        models {
          authority
          method
          trainedThrough
          visits
          serious
          comparedOn
          overRule {
            auc
            low
            high
            isOutside
          }
          overLastResult {
            auc
            low
            high
            isOutside
          }
        }
      }
      decisions {
        version
        decision
        reason
        decidedBy
        decidedAt
      }
      alarms {
        authority
        reason
        before
        now
        needsRevalidation
      }
    }
  }
`);

export const VersionQuery = graphql(`
  query ModelVersion($version: Int!, $against: Int, $isCompared: Boolean!, $withConsequences: Boolean!) {
    modelRegistry {
      inForce
    }
    modelRecord(version: $version)
    difference: modelRecord(version: $version, against: $against) @include(if: $isCompared)
    versionConsequences(version: $version) @include(if: $withConsequences) {
      asOf
      raised
      lowered
      unchanged
      topSize
      leavingTop
      bands {
        band
        before
        after
      }
    }
  }
`);

export const ApproveModels = graphql(`
  mutation ApproveModels($input: ApproveModelsInput!) {
    approveModels(input: $input) {
      inForce
    }
  }
`);

export const RollBackModels = graphql(`
  mutation RollBackModels($reason: String!) {
    rollBackModels(reason: $reason) {
      inForce
    }
  }
`);

export type ModelsAnswer = ResultOf<typeof ModelsQuery>;
export type Registry = ModelsAnswer['modelRegistry'];
export type VersionAnswer = ResultOf<typeof VersionQuery>;
