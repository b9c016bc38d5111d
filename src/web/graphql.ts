import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.js';

/** Questions to the service's own schema, typed by it. Days are YYYY-MM-DD, moments ISO 8601. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Day: string; DateTime: string };
}>();
