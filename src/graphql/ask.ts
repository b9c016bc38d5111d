import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Request } from 'express';
import type { TadaDocumentNode } from 'gql.tada';
import { execute, type ExecutionResult } from 'graphql';
import { AuditLog } from '../audit/audit-log.service.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Transactions } from '../database/transactions.js';
import type { Identity } from '../domain/shared/identity.js';
import { correlationIdOf } from './correlation-id.js';
import { executeAs } from './execute-as.js';
import { RequestLoaders, type RequestContext } from './request-context.js';

/** Asks the service's own schema in process, with the same identity, transaction and guards as an API user. */
@Injectable()
export class Ask {
  constructor(
    private readonly host: GraphQLSchemaHost,
    private readonly transactions: Transactions,
    private readonly auditLog: AuditLog,
  ) {}

  /** The answer's data; throws the first error as the resolver threw it. */
  async ask<Result, Variables extends Record<string, unknown>>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
    identity: Identity | undefined,
    req: Request,
  ): Promise<Result> {
    const contextValue: RequestContext = {
      req,
      identity,
      loaders: new RequestLoaders(),
      trail: new AuditTrail(correlationIdOf(req)),
    };
    const result = await executeAs<ExecutionResult>(
      this.transactions,
      this.auditLog,
      { schema: this.host.schema, document, variableValues: variables, contextValue },
      (args) => execute(args),
    );
    const error = result.errors?.[0];
    if (error) throw error.originalError ?? error;
    return result.data as Result;
  }
}
