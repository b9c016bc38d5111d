import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ERROR_CODES } from '../domain/shared/expected-error.js';

/** What parsing and validation find does not pass the masking of errors; it too goes out with a code of the closed set. */
export function onlyKnownCodes(maskError: (error: unknown) => GraphQLError): Plugin {
  return {
    onExecutionResult: (payload) => {
      const { errors } = (payload.result ?? {}) as ExecutionResult;
      if (errors === undefined || errors.every(hasKnownCode)) return;
      payload.setResult({
        ...payload.result,
        errors: errors.map((error) => (hasKnownCode(error) ? error : maskError(error))),
      });
    },
  };
}

function hasKnownCode(error: GraphQLError): boolean {
  return ERROR_CODES.some((known) => known === error.extensions['code']);
}
