import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

const Explained = graphql(`
  fragment Explained on VisitExplanation {
    isPlanned
    weekStart
    reasons
    office
    competence
    weeks
    waitsFor
    neededProbability
    isConfirmed
    gap
    balance {
      weekStart
      risk
      duty
      hoursCost
      disturbance
    }
    alone {
      weekStart
      risk
      duty
      hoursCost
      disturbance
    }
    changes {
      kind
      probability
      hours
      weekStart
      givesWay
      givingVisits {
        facilityId
        facilityName
        authority
        weekStart
      }
    }
  }
`);

export const PlaceQuery = graphql(`
  query PlaceOfWhy($facilityId: ID!) {
    facility(id: $facilityId) {
      id
      name
      plannedVisits {
        parts {
          authority
        }
      }
    }
  }
`);

export const WhyQuery = graphql(
  `
    query Why($facilityId: ID!, $authority: Authority!) {
      why(facilityId: $facilityId, authority: $authority) {
        ...Explained
      }
    }
  `,
  [Explained],
);

export const WhyNotQuery = graphql(
  `
    query WhyNot($facilityId: ID!, $authority: Authority!) {
      whyNot(facilityId: $facilityId, authority: $authority) {
        ...Explained
      }
    }
  `,
  [Explained],
);
export type ExplainedVisit = ResultOf<typeof Explained>;

export const WhatIfQuery = graphql(`
  query WhatIf($input: WhatIfInput!) {
    whatIf(input: $input) {
      isPlanned
      weekStart
      givesWay
      givingVisits {
        facilityId
        facilityName
        authority
        weekStart
      }
      before {
        expectedFindings
      }
      after {
        expectedFindings
      }
    }
  }
`);
export type TriedChange = ResultOf<typeof WhatIfQuery>['whatIf'];

export const PricesQuery = graphql(`
  query PlanPrices {
    planPrices {
      offices {
        responsibleUnit
        office
        competence
        mean
        highest
        dearestWeek
      }
      dutyVisits
      dutyHours
      dutyHoursBeyondRisk
      findings
      findingsWithoutDuties
    }
  }
`);
export type ShownPrices = ResultOf<typeof PricesQuery>['planPrices'];

export const ReportQuery = graphql(`
  query PlanReport {
    planReport {
      planId
      gap
      riskGap
      policies {
        policy
        measures {
          visits
          visitDays
          jointShare
          expectedFindings
          harmAvoided
          hours
          mustVisits
          lateVisits
          dueNotVisited
        }
      }
      curve {
        burdenShare
        visitDays
        expectedFindings
        harmAvoided
      }
      byFacilityType {
        group
        relations
        visited
        ratio
      }
      byUnit {
        group
        relations
        visited
        ratio
      }
      offices {
        responsibleUnit
        office
        hours
        capacity
      }
    }
  }
`);
export type ShownReport = ResultOf<typeof ReportQuery>['planReport'];
