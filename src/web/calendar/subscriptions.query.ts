import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql.js';

export const SubscriptionsQuery = graphql(`
  query Subscriptions {
    calendarSubscriptions {
      id
      responsibleUnit
      office
      createdAt
      expiresAt
    }
    offices {
      responsibleUnit
      name
    }
  }
`);
export type SubscriptionsAnswer = ResultOf<typeof SubscriptionsQuery>;

export const Subscribe = graphql(`
  mutation Subscribe($office: String) {
    subscribeToCalendar(office: $office) {
      path
    }
  }
`);

export const RevokeSubscription = graphql(`
  mutation RevokeSubscription($id: ID!) {
    revokeCalendarSubscription(id: $id)
  }
`);
