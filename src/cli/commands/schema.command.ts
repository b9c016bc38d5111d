import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { DataSource } from 'typeorm';
import { AppModule } from '../../app.module.js';
import { SCHEMA_FILE } from '../../graphql/graphql.module.js';
import { ACCESS_FILE, accessMatrix } from '../access/access-matrix.js';
import { classesOf, entryPointsOf } from '../access/entry-points.js';
import type { Command } from '../command.js';

export const schemaCommand: Command = {
  name: 'schema',
  usage: 'schema',
  summary: `write the GraphQL schema to ${SCHEMA_FILE} and who may see what to ${ACCESS_FILE}`,
  options: {},
  words: [],
  needsDatabase: false,
  async run(_words, _options, { configuration, print }) {
    // Never connected: the schema is made from the code alone.
    const app = await NestFactory.create(AppModule.of(configuration, new DataSource({ type: 'postgres' })), {
      logger: ['error'],
    });
    await app.init();
    await writeFile(
      SCHEMA_FILE,
      `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`,
    );
    await writeFile(ACCESS_FILE, accessMatrix(entryPointsOf(classesOf(app))));
    await app.close();
    print(`Written: ${SCHEMA_FILE}, ${ACCESS_FILE}`);
    return 0;
  },
};
