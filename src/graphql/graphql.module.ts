import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { YogaDriver, type YogaDriverConfig } from '@graphql-yoga/nestjs';
import { Logger, Module } from '@nestjs/common';
import { GraphQLModule as NestGraphQLModule } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { Plugin } from 'graphql-yoga';
import { Sessions } from '../access/sessions.js';
import { Transactions } from '../database/transactions.js';
import { Ask } from './ask.js';
import { executeAs } from './execute-as.js';
import { shownError } from './shown-error.js';
import { RequestLoaders, type RequestContext } from './request-context.js';

const logger = new Logger('GraphQL');

/** Wherever a question comes from, it is executed in one transaction with the asker's identity. */
function inTransaction(transactions: Transactions): Plugin<RequestContext> {
  return {
    onExecute: ({ executeFn, setExecuteFn }) => {
      setExecuteFn((args: Parameters<typeof executeFn>[0]) => executeAs(transactions, args, executeFn));
    },
  };
}

@Module({
  imports: [
    NestGraphQLModule.forRootAsync<YogaDriverConfig>({
      driver: YogaDriver,
      inject: [Sessions, Transactions],
      useFactory: (sessions: Sessions, transactions: Transactions) => ({
        autoSchemaFile: true,
        sortSchema: true,
        path: '/graphql',
        graphiql: false,
        landingPage: false,
        batching: false,
        maskedErrors: {
          maskError: (error: unknown) =>
            shownError(error, randomUUID, (cause, reference) => logger.error({ reference, cause })),
        },
        plugins: [inTransaction(transactions)],
        context: ({ req, res }: { req: Request; res: Response }): RequestContext => ({
          req,
          res,
          identity: sessions.identityOf(req),
          loaders: new RequestLoaders(),
        }),
      }),
    }),
  ],
  providers: [Ask],
  exports: [Ask],
})
export class GraphqlModule {}

/** Where the schema is kept for everybody to read; a test fails when it drifts. */
export const SCHEMA_FILE = path.join('docs', 'schema.gql');
