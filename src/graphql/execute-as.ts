import { OperationTypeNode, getOperationAST, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { notSignedIn } from '../access/sessions.js';
import type { AuditOutcome } from '../audit/audit-entry.js';
import type { AuditLog } from '../audit/audit-log.service.js';
import type { Transactions } from '../database/transactions.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { unstorableValue } from './limits/unstorable-text.js';
import { operationInWords } from './operation-in-words.js';
import type { RequestContext } from './request-context.js';
import { signalOf } from './request-signal.js';

const LONGEST_STATEMENT_MS = 15_000;

/** Undoes the transaction of a mutation that failed, and carries its answer out. */
class FailedMutation extends Error {
  constructor(readonly result: ExecutionResult) {
    super('rolled back');
  }
}

/**
 * Executes one operation in a transaction with the identity of its context. Queries cannot write; a mutation with an
 * error is rolled back whole. Without identity nothing runs. What was read or changed is in the audit log before the
 * answer leaves; where it cannot be logged, there is no answer, and a change does not stand.
 */
export async function executeAs<Result>(
  transactions: Transactions,
  auditLog: AuditLog,
  args: ExecutionArgs,
  execute: (args: ExecutionArgs) => Result | Promise<Result>,
): Promise<Result | ExecutionResult> {
  const { identity, req, trail } = args.contextValue as RequestContext;
  if (!identity) throw notSignedIn();
  const problem = unstorableValue(args.variableValues, '$variables');
  if (problem !== undefined) throw new ExpectedError('BAD_INPUT', problem);
  const operation = getOperationAST(args.document, args.operationName);
  const isQuery = operation?.operation === OperationTypeNode.QUERY;
  const entries = (outcome: AuditOutcome): ReturnType<typeof trail.entries> =>
    trail.entries(identity, {
      action: isQuery ? 'READ' : 'WRITE',
      outcome,
      operation: operation ? operationInWords(operation) : 'unknown',
    });
  let result: Result;
  try {
    result = await transactions.run(
      identity,
      async () => {
        const answer = await execute(args);
        if (isQuery) return answer;
        if (hasErrors(answer)) throw new FailedMutation(answer);
        await auditLog.recordWithin(entries('DONE'));
        return answer;
      },
      { isReadOnly: isQuery, statementTimeoutMs: LONGEST_STATEMENT_MS, signal: signalOf(req) },
    );
  } catch (error) {
    const isKnown = error instanceof FailedMutation;
    await auditLog.record(entries(outcomeOf(isKnown ? error.result.errors : [error])));
    if (isKnown) return error.result;
    throw error;
  }
  if (isQuery) await auditLog.record(entries(outcomeOf(hasErrors(result) ? result.errors : [])));
  return result;
}

function hasErrors(result: unknown): result is ExecutionResult {
  return typeof result === 'object' && result !== null && 'errors' in result;
}

function outcomeOf(errors: readonly unknown[] = []): AuditOutcome {
  if (errors.length === 0) return 'DONE';
  return errors.some(isRefusal) ? 'REFUSED' : 'FAILED';
}

function isRefusal(error: unknown): boolean {
  const cause = (error as { originalError?: unknown } | null)?.originalError ?? error;
  return cause instanceof ExpectedError && cause.code === 'FORBIDDEN';
}
