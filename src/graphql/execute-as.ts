import { OperationTypeNode, getOperationAST, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Transactions } from '../database/transactions.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { unstorableValue } from './limits/unstorable-text.js';
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
 * error is rolled back whole. Without identity nothing runs.
 */
export async function executeAs<Result>(
  transactions: Transactions,
  args: ExecutionArgs,
  execute: (args: ExecutionArgs) => Result | Promise<Result>,
): Promise<Result | ExecutionResult> {
  const { identity, req } = args.contextValue as RequestContext;
  if (!identity)
    throw new ExpectedError('UNAUTHENTICATED', 'Sign in first; nothing is shown without an identity.');
  const problem = unstorableValue(args.variableValues, '$variables');
  if (problem !== undefined) throw new ExpectedError('BAD_INPUT', problem);
  const isQuery = getOperationAST(args.document, args.operationName)?.operation === OperationTypeNode.QUERY;
  try {
    return await transactions.run(
      identity,
      async () => {
        const result = await execute(args);
        if (!isQuery && hasErrors(result)) throw new FailedMutation(result);
        return result;
      },
      { isReadOnly: isQuery, statementTimeoutMs: LONGEST_STATEMENT_MS, signal: signalOf(req) },
    );
  } catch (error) {
    if (error instanceof FailedMutation) return error.result;
    throw error;
  }
}

function hasErrors(result: unknown): result is ExecutionResult {
  return typeof result === 'object' && result !== null && 'errors' in result;
}
