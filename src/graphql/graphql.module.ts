import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { YogaDriver, type YogaDriverConfig } from '@graphql-yoga/nestjs';
import { Logger, Module } from '@nestjs/common';
import { GraphQLModule as NestGraphQLModule } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { DocumentNode, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { Sessions } from '../access/sessions.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { CurrentConfiguration } from '../config/config.module.js';
import { Transactions } from '../database/transactions.js';
import { Ask } from './ask.js';
import { correlationIdOf } from './correlation-id.js';
import { executeAs } from './execute-as.js';
import { BoundedCache } from './limits/bounded-cache.js';
import { limitedQuestions } from './limits/limited-questions.js';
import { QUESTION_LIMITS } from './limits/limits.js';
import { onlyListed, readSafelist } from './limits/safelist.js';
import { noteAnswers } from './note-answers.js';
import { onlyKnownCodes } from './only-known-codes.js';
import { onlySignedIn } from './only-signed-in.js';
import { shownError } from './shown-error.js';
import { RequestLoaders, type RequestContext } from './request-context.js';

/** Wherever a question comes from, it is executed in one transaction with the asker's identity, and logged. */
function inTransaction(transactions: Transactions, auditLog: AuditLog): Plugin<RequestContext> {
  return {
    onExecute: ({ executeFn, setExecuteFn }) => {
      setExecuteFn((args: Parameters<typeof executeFn>[0]) =>
        executeAs(transactions, auditLog, args, executeFn),
      );
    },
  };
}

const logger = new Logger('GraphQL');
const maskError = (error: unknown): GraphQLError =>
  shownError(error, randomUUID, (cause, reference) => logger.error({ reference, cause }));

const MOST_KEPT_QUESTIONS = 200;

@Module({
  imports: [
    NestGraphQLModule.forRootAsync<YogaDriverConfig>({
      driver: YogaDriver,
      inject: [Sessions, Transactions, AuditLog, CurrentConfiguration],
      useFactory: (
        sessions: Sessions,
        transactions: Transactions,
        auditLog: AuditLog,
        { value }: CurrentConfiguration,
      ) => ({
        autoSchemaFile: true,
        transformSchema: noteAnswers,
        sortSchema: true,
        path: '/graphql',
        graphiql: false,
        landingPage: false,
        batching: false,
        cors: false, // the default would let every website read with the cookies of whoever visits it
        multipart: false,
        parserAndValidationCache: {
          documentCache: new BoundedCache<DocumentNode>(MOST_KEPT_QUESTIONS),
          errorCache: new BoundedCache<Error>(MOST_KEPT_QUESTIONS),
        },
        maskedErrors: { maskError },
        plugins: [
          onlySignedIn(sessions),
          ...(value.http.safelistFile === undefined
            ? []
            : [onlyListed(readSafelist(value.http.safelistFile))]),
          limitedQuestions(QUESTION_LIMITS, !value.isProduction),
          inTransaction(transactions, auditLog),
          onlyKnownCodes(maskError),
        ],
        context: ({ req, res }: { req: Request; res: Response }): RequestContext => ({
          req,
          res,
          identity: sessions.identityOf(req),
          loaders: new RequestLoaders(),
          trail: new AuditTrail(correlationIdOf(req)),
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
