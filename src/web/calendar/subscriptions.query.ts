import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const SubscriptionsQuery = graphql(`
  query Subscriptions {
    calendarSubscriptions {
      id
      responsibleUnit
      office
      inspector
      createdAt
      expiresAt
    }
    offices {
      responsibleUnit
      name
    }
    inspectors {
      responsibleUnit
      code
      office
    }
  }
`);
export type SubscriptionsAnswer = ResultOf<typeof SubscriptionsQuery>;

export const Subscribe = graphql(`
  mutation Subscribe($office: String, $inspector: String) {
    subscribeToCalendar(office: $office, inspector: $inspector) {
      path
    }
  }
`);

export const RevokeSubscription = graphql(`
  mutation RevokeSubscription($id: ID!) {
    revokeCalendarSubscription(id: $id)
  }
`);
