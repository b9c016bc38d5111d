import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildSchema, printSchema, type GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import { SEEN_OBJECTS } from '../../src/access/matrix/seen-objects.js';
import { AppModule } from '../../src/app.module.js';
import { ACCESS_FILE, accessMatrix } from '../../src/cli/access/access-matrix.js';
import { classesOf, entryPointsOf, type EntryPoint } from '../../src/cli/access/entry-points.js';
import { missingRows } from '../../src/cli/access/missing-rows.js';
import { readConfiguration } from '../../src/config/configuration.js';
import { PROJECT_FOLDER } from './source-files.js';

describe('the access matrix', () => {
  let schema: GraphQLSchema;
  let entryPoints: EntryPoint[];
  beforeAll(async () => {
    // Never connected: what can be called and answered is known from the code alone.
    const configuration = readConfiguration({ SAMTILSYN_SESSION_SECRET: 'x'.repeat(32) });
    const app = await NestFactory.create(AppModule.of(configuration, new DataSource({ type: 'postgres' })), {
      logger: ['error'],
      abortOnError: false,
    });
    await app.init();
    ({ schema } = app.get(GraphQLSchemaHost));
    entryPoints = entryPointsOf(classesOf(app));
    await app.close();
  });

  it('has a row for every object and field of the API, and no others', () => {
    expect(missingRows(schema)).toEqual([]);
  });

  it('misses a type and a field that nobody decided on, and says what to add', () => {
    const planted = buildSchema(
      `${printSchema(schema)} type Planted { id: ID! } extend type Facility { planted: Planted whistleblower: String }`,
    );

    expect(missingRows(planted)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Facility.whistleblower is not told: add it to fields of Facility'),
        expect.stringContaining("Planted: { seenBy: staff('ALL'), fields: 'id' }"),
      ]),
    );
    expect(missingRows(schema, { ...SEEN_OBJECTS, Gone: { seenBy: {}, fields: 'id' } })).toHaveLength(1);
  });

  it(`is what ${ACCESS_FILE} says; run: npm run -s samtilsyn -- schema`, () => {
    expect(readFileSync(path.join(PROJECT_FOLDER, ACCESS_FILE), 'utf8')).toBe(accessMatrix(entryPoints));
  });
});
