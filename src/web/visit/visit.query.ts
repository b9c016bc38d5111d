import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const VisitQuery = graphql(`
  query Visit($id: ID!, $planId: ID) {
    plannedVisit(id: $id, planId: $planId) {
      id
      planId
      planState
      planRevision
      sinceRevision
      facilityId
      facilityName
      municipality
      weekStart
      visitOn
      half
      mode
      form
      state
      noticedFor
      pinnedUnits
      parts {
        authority
        responsibleUnit
        office
        hours
        inspectors
        isDrawn
        latestOn
        reasons
        form
        state
        answerReason
        proposedWeek
      }
    }
    currentPlans {
      id
      kind
      horizonFrom
      horizonWeeks
    }
  }
`);
export type ShownVisit = NonNullable<ResultOf<typeof VisitQuery>['plannedVisit']>;

export const VisitHistoryQuery = graphql(`
  query VisitHistory($planId: ID!, $visitId: ID!, $facilityId: ID!) {
    planChanges(planId: $planId, visitId: $visitId) {
      revision
      kind
      reason
      undoes
      responsibleUnit
      changedAt
    }
    planningDecisions(facilityId: $facilityId) {
      id
      kind
      responsibleUnit
      weekFrom
      weekTo
      reason
    }
  }
`);
export type VisitHistory = ResultOf<typeof VisitHistoryQuery>;

export const CheckQuery = graphql(`
  query CheckChange($input: PlanChangeInput!) {
    checkPlanChange(input: $input) {
      revision
      token
      consequences {
        code
        severity
        authority
        office
        amount
      }
      loads {
        authority
        office
        weekFrom
        weekTo
        available
        before
        after
      }
      before {
        expectedFindings
        harmAvoided
        hours
        visitDays
        lateVisits
      }
      after {
        expectedFindings
        harmAvoided
        hours
        visitDays
        lateVisits
      }
    }
  }
`);
export type CheckedChange = ResultOf<typeof CheckQuery>['checkPlanChange'];

export const ChangeVisit = graphql(`
  mutation ChangeVisit($input: ConfirmedChangeInput!) {
    changePlan(input: $input) {
      id
    }
  }
`);

export const Answer = graphql(`
  mutation Answer($input: AnswerPartInput!) {
    answerPart(input: $input) {
      id
    }
  }
`);

export const Undo = graphql(`
  mutation Undo($planId: ID!, $undoes: Int!, $revision: Int!) {
    undoPlanChange(planId: $planId, undoes: $undoes, revision: $revision) {
      revision
    }
  }
`);

export const Decide = graphql(`
  mutation Decide($input: PlanningDecisionInput!) {
    decideOnPlanning(input: $input) {
      id
    }
  }
`);

export const WithdrawDecision = graphql(`
  mutation WithdrawDecision($id: ID!) {
    withdrawDecision(id: $id) {
      id
    }
  }
`);

export const Notify = graphql(`
  mutation Notify($input: NotifyVisitInput!) {
    notifyVisit(input: $input) {
      id
    }
  }
`);

export const WithdrawNotice = graphql(`
  mutation WithdrawNotice($visitId: ID!) {
    withdrawNotice(visitId: $visitId) {
      id
    }
  }
`);
