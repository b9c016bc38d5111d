import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { assertUnreachable } from '../domain/shared/assert-unreachable.js';
import { ExpectedError, type ErrorCode } from '../domain/shared/expected-error.js';

export function httpStatusOf(code: ErrorCode): number {
  switch (code) {
    case 'MALFORMED':
      return 400;
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'METHOD_NOT_ALLOWED':
      return 405;
    case 'CONFLICT':
      return 409;
    case 'TOO_LARGE':
      return 413;
    case 'UNSUPPORTED_MEDIA_TYPE':
      return 415;
    case 'BAD_INPUT':
    case 'TOO_COSTLY':
      return 422;
    case 'TOO_MANY_REQUESTS':
      return 429;
    case 'INTERNAL':
      return 500;
    case 'TIMED_OUT':
      return 503;
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
  const original = causeOf(error);
  const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  if (error instanceof GraphQLError && original === undefined) {
    // A question that the schema does not allow; graphql-js tells where.
    const code = codeOfStatus(error.extensions.http?.status);
    return new GraphQLError(withoutSuggestion(error.message), {
      ...place,
      extensions: extensionsFor(code, error),
    });
  }
  if (original instanceof ExpectedError) {
    return new GraphQLError(original.message, { ...place, extensions: extensionsFor(original.code, error) });
  }
  const number = reference();
  log(original, number);
  return new GraphQLError(`Something went wrong. Reference: ${number}`, {
    ...place,
    extensions: extensionsFor('INTERNAL', error),
  });
}

// graphql-js wraps what a resolver throws, and also its own errors in each other: a value that does not fit its type.
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  return cause;
}

/**
 * The code, and the HTTP status of an answer that holds nothing else. A field's error gets no status: the other fields
 * are answered. By the rules of GraphQL over HTTP, `spec` leaves it at 200 for those who accept application/json.
 */
function extensionsFor(code: ErrorCode, error: unknown): GraphQLErrorExtensions {
  if (error instanceof GraphQLError && error.path !== undefined) return { code };
  const isAskersQuestion = code === 'BAD_INPUT' || code === 'TOO_COSTLY';
  const known = error instanceof GraphQLError ? error.extensions.http : undefined;
  return { code, http: { status: httpStatusOf(code), ...known, spec: isAskersQuestion } };
}

function codeOfStatus(status: number | undefined): ErrorCode {
  if (status === 405) return 'METHOD_NOT_ALLOWED';
  return status === 413 ? 'TOO_LARGE' : 'BAD_INPUT';
}

// The schema is asked for by introspection, where that is allowed, and not guessed from misspellings.
function withoutSuggestion(message: string): string {
  return message.replace(/ Did you mean .*\?$/s, '');
}
