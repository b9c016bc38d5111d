import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const RunParts = graphql(`
  fragment Run on ImportRun {
    id
    dropName
    state
    message
    startedAt
    finishedAt
    requestedBy
    authority
    cancelledBy
    phase
    phaseDone
    phaseTotal
    deliveries {
      id
      source
      deliveredOn
      kind
      rollback {
        reason
        requestedBy
        requestedAt
        state
        message
        rowsWithdrawn
        unitsRemoved
        visitsRemoved
      }
      files {
        file
        read
        new
        changed
        unchanged
        quarantined
        mended
        isWithdrawn
        problem
      }
    }
  }
`);

export const DeliveriesQuery = graphql(
  `
    query Deliveries($first: Int!, $offset: Int!) {
      importRuns(first: $first, offset: $offset) {
        ...Run
      }
      importRunCount
    }
  `,
  [RunParts],
);

export const DeliveryQuery = graphql(
  `
    query DeliveryPage($id: ID!) {
      importRun(id: $id) {
        ...Run
      }
    }
  `,
  [RunParts],
);

export const ConsequencesQuery = graphql(`
  query RollbackPage($deliveryId: ID!) {
    rollbackConsequences(deliveryId: $deliveryId) {
      rows
      settledLater
      fallBack
      vanish
      units
      visits
      places
      mends
      laterDeliveries
    }
  }
`);

export const RollBack = graphql(`
  mutation RollBack($input: RollBackDeliveryInput!) {
    rollBackDelivery(input: $input) {
      id
    }
  }
`);

export const CancelImport = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      id
    }
  }
`);

export type ShownRun = ResultOf<typeof RunParts>;
export type ShownDelivery = ShownRun['deliveries'][number];
export type Consequences = NonNullable<ResultOf<typeof ConsequencesQuery>['rollbackConsequences']>;
