import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const OverrideParts = graphql(`
  fragment Override on BandOverride {
    id
    facilityId
    facilityName
    modelBand
    band
    reasonCode
    explanation
    secrecy
    expiresOn
    unit
    requestedBy
    requestedAt
    state
    steps {
      step
      person
      takenAt
    }
  }
`);

export const EventParts = graphql(`
  fragment Event on SeriousEvent {
    id
    label {
      da
      en
    }
    secrecy
    occurredOn
    description
    unit
    reportedBy
    reportedAt
    resolution
    resolvedBy
    resolvedAt
  }
`);

export const ContestParts = graphql(`
  fragment Contest on DataContest {
    id
    facilityId
    facilityName
    subject
    field
    visitKey
    statedValue
    claim
    authority
    unit
    filedAt
    answerDueOn
    state
    isOverdue
    answer
    answeredAt
    answeredBy
  }
`);

export const JudgementQuery = graphql(
  `
    query Judgement($id: ID!) {
      facility(id: $id) {
        id
        name
        standing {
          modelBand
          effectiveBand
        }
        bandOverrides {
          ...Override
        }
        seriousEvents {
          ...Event
        }
        findingsSheets {
          id
          visitedOn
          hasSeriousFinding
          conclusion
          inspector
          lockedAt
        }
      }
      overrideReasons {
        code
        label {
          da
          en
        }
        secrecy
      }
      seriousEventKinds {
        code
        label {
          da
          en
        }
      }
      lastOverrideDay
    }
  `,
  [OverrideParts, EventParts],
);

export const ContestsQuery = graphql(
  `
    query Contests($id: ID!) {
      facility(id: $id) {
        id
        name
        contests {
          ...Contest
        }
        sources {
          sourceKey
          authority
          name
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
        }
        visits(first: 20) {
          visitKey
          sourceKey
          authority
          occurredOn
          findings {
            findingKey
            topic
            sourceTerm
          }
        }
      }
    }
  `,
  [ContestParts],
);

export const TasksQuery = graphql(
  `
    query Tasks($withOverrides: Boolean!, $withContests: Boolean!) {
      awaitingOverrides @include(if: $withOverrides) {
        ...Override
      }
      unansweredContests @include(if: $withContests) {
        ...Contest
      }
    }
  `,
  [OverrideParts, ContestParts],
);

export const SetBand = graphql(`
  mutation SetBand($input: OverrideBandInput!) {
    overrideBand(input: $input) {
      id
    }
  }
`);
export const DecideOverride = graphql(`
  mutation DecideOverride($input: DecideOverrideInput!) {
    decideOverride(input: $input) {
      id
    }
  }
`);
export const ReportEvent = graphql(`
  mutation ReportEvent($input: ReportSeriousEventInput!) {
    reportSeriousEvent(input: $input) {
      id
    }
  }
`);
export const ResolveEvent = graphql(`
  mutation ResolveEvent($input: ResolveSeriousEventInput!) {
    resolveSeriousEvent(input: $input) {
      id
    }
  }
`);
export const LockFindings = graphql(`
  mutation LockFindings($input: LockFindingsInput!) {
    lockFindings(input: $input) {
      id
    }
  }
`);
export const ContestData = graphql(`
  mutation ContestData($input: ContestDataInput!) {
    contestData(input: $input) {
      id
    }
  }
`);
export const WithdrawContest = graphql(`
  mutation WithdrawContest($id: ID!) {
    withdrawContest(id: $id) {
      id
    }
  }
`);
export const AnswerContest = graphql(`
  mutation AnswerContest($input: AnswerContestInput!) {
    answerContest(input: $input) {
      id
    }
  }
`);

export type Override = ResultOf<typeof OverrideParts>;
export type SeriousEvent = ResultOf<typeof EventParts>;
export type Contest = ResultOf<typeof ContestParts>;
export type JudgementAnswer = ResultOf<typeof JudgementQuery>;
export type JudgedFacility = NonNullable<JudgementAnswer['facility']>;
export type ContestsAnswer = ResultOf<typeof ContestsQuery>;
export type ContestedFacility = NonNullable<ContestsAnswer['facility']>;
