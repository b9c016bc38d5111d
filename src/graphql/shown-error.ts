import { GraphQLError } from 'graphql';
import { assertUnreachable } from '../domain/shared/assert-unreachable.js';
import { ExpectedError, type ErrorCode } from '../domain/shared/expected-error.js';

export function httpStatusOf(code: ErrorCode): number {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'BAD_INPUT':
      return 422;
    case 'CONFLICT':
      return 409;
    case 'NOT_FOUND':
      return 404;
    case 'INTERNAL':
      return 500;
    default:
      return assertUnreachable(code);
  }
}

/** What leaves the service for an error: its code and message when expected, a reference number otherwise. */
export function shownError(
  error: unknown,
  reference: () => string,
  log: (error: unknown, reference: string) => void,
): GraphQLError {
  const original = error instanceof GraphQLError ? (error.originalError ?? undefined) : error;
  const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  if (error instanceof GraphQLError && original === undefined) {
    // A question that the schema does not allow; graphql-js tells where.
    return new GraphQLError(error.message, {
      ...place,
      extensions: { ...error.extensions, code: 'BAD_INPUT' },
    });
  }
  if (original instanceof ExpectedError) {
    return new GraphQLError(original.message, { ...place, extensions: { code: original.code } });
  }
  const number = reference();
  log(original, number);
  return new GraphQLError(`Something went wrong. Reference: ${number}`, {
    ...place,
    extensions: { code: 'INTERNAL' },
  });
}
