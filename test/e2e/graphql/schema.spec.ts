import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { SCHEMA_FILE } from '../../../src/graphql/graphql.module.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

describe('docs/schema.gql', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterAll(() => service.close());

  const kept = (): string => readFileSync(path.join(__dirname, '../../..', SCHEMA_FILE), 'utf8');
  const told = (): string =>
    `${printSchema(lexicographicSortSchema(service.app.get(GraphQLSchemaHost).schema))}\n`;

  it('is what the service answers by; after a change, write it with: npm run -s samtilsyn -- schema', () => {
    expect(kept()).toBe(told());
  });

  it('is missed when a field is not in it', () => {
    const planted = kept().replace(/\n {2}capacityPlaces: Int\n/, '\n');

    expect(planted).not.toBe(kept());
    expect(printSchema(lexicographicSortSchema(buildSchema(planted)))).not.toBe(told());
  });
});
