import { GraphQLError } from 'graphql';
import { ERROR_CODES, ExpectedError, type ErrorCode } from '../domain/shared/expected-error.js';
import { httpStatusOf, shownError } from './shown-error.js';

function shown(error: unknown): { message: string; code: unknown; http: unknown; logged: unknown[] } {
  const logged: unknown[] = [];
  const { message, extensions } = shownError(
    error,
    () => 'number 1',
    (cause) => logged.push(cause),
  );
  return { message, code: extensions['code'], http: extensions.http, logged };
}

describe(shownError.name, () => {
  it.each(ERROR_CODES.filter((code): code is Exclude<ErrorCode, 'INTERNAL'> => code !== 'INTERNAL'))(
    'shows %s with its message, as it was thrown or wrapped by a resolver',
    (code) => {
      const error = new ExpectedError(code, 'Do this instead.');

      expect(shown(error)).toMatchObject({ message: 'Do this instead.', code, logged: [] });
      expect(shown(new GraphQLError('wrapped', { originalError: error, path: ['a'] }))).toMatchObject({
        message: 'Do this instead.',
        code,
      });
    },
  );

  it('shows nothing of an error that was not expected, and logs it', () => {
    const error = new Error('relation "secrets" does not exist');

    expect(shown(new GraphQLError(error.message, { originalError: error }))).toMatchObject({
      message: 'Something went wrong. Reference: number 1',
      code: 'INTERNAL',
      logged: [error],
    });
  });

  it.each([undefined, null, 'text', 42, { message: 'x' }])(
    'shows nothing of %p, thrown as an error',
    (thrown) => {
      expect(shown(thrown)).toMatchObject({
        message: 'Something went wrong. Reference: number 1',
        code: 'INTERNAL',
      });
    },
  );

  it('takes a value that does not fit its type for the asker to mend, however deep graphql-js wraps it', () => {
    const inner = new GraphQLError('ID cannot represent value: {}');
    const outer = new GraphQLError('Variable "$id" got invalid value {}.', { originalError: inner });

    expect(shown(outer)).toMatchObject({
      message: 'Variable "$id" got invalid value {}.',
      code: 'BAD_INPUT',
    });
  });

  it('leaves out what a misspelt name may have meant', () => {
    expect(shown(new GraphQLError('No field "a". Did you mean "b", "c", or "d"?')).message).toBe(
      'No field "a".',
    );
  });

  it('gives an answer that is nothing but an error its HTTP status, and a field of an answer none', () => {
    const error = new ExpectedError('CONFLICT', 'x');

    expect(shown(error).http).toEqual({ status: 409, spec: false });
    expect(shown(new GraphQLError('x', { originalError: error, path: ['a'] })).http).toBeUndefined();
  });
});

describe(httpStatusOf.name, () => {
  it('knows every code, and blames the service for two of them', () => {
    const statuses = ERROR_CODES.map((code) => [code, httpStatusOf(code)] as const);

    expect(statuses.filter(([, status]) => status >= 500).map(([code]) => code)).toEqual([
      'TIMED_OUT',
      'INTERNAL',
    ]);
    expect(statuses.every(([, status]) => status >= 400 && status < 600)).toBe(true);
  });
});
