import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const QuarantinedRowParts = graphql(`
  fragment QuarantinedRowParts on QuarantinedRow {
    id
    file
    lineNumber
    reason
    field
    value
    mend
    rawText
    mended {
      state
      mendedBy
      mendedAt
      mendedText
      reason
      isRepeated
      message
    }
  }
`);

export const QuarantineQuery = graphql(
  `
    query Quarantine($id: ID!, $file: String, $first: Int!, $offset: Int!) {
      importRun(id: $id) {
        id
        dropName
        files {
          file
          quarantined
          mended
        }
        quarantinedRows(file: $file, first: $first, offset: $offset) {
          ...QuarantinedRowParts
        }
      }
    }
  `,
  [QuarantinedRowParts],
);

export const RowQuery = graphql(
  `
    query RowToMend($id: ID!) {
      quarantinedRow(id: $id) {
        importRunId
        isWithdrawn
        surplus
        cells {
          column
          value
        }
        row {
          ...QuarantinedRowParts
        }
      }
    }
  `,
  [QuarantinedRowParts],
);

export const MendRow = graphql(`
  mutation MendRow($input: MendRowInput!) {
    mendQuarantinedRow(input: $input) {
      isTaken
      fault {
        reason
        field
        value
        mend
      }
    }
  }
`);

export const HeldTextsQuery = graphql(`
  query HeldTexts($first: Int!) {
    heldTexts(first: $first) {
      id
      file
      lineNumber
      field
      text
      shownText
    }
  }
`);

export const DecideHeldText = graphql(`
  mutation DecideHeldText($input: DecideHeldTextInput!) {
    decideHeldText(input: $input) {
      id
    }
  }
`);

export type Quarantine = NonNullable<ResultOf<typeof QuarantineQuery>['importRun']>;
export type ShownRow = ResultOf<typeof QuarantinedRowParts>;
export type RowToMend = NonNullable<ResultOf<typeof RowQuery>['quarantinedRow']>;
export type Fault = NonNullable<ResultOf<typeof MendRow>['mendQuarantinedRow']['fault']>;
export type ShownHeldText = ResultOf<typeof HeldTextsQuery>['heldTexts'][number];
