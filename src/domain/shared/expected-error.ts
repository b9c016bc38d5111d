/** The closed set of codes that an answer can carry: in `extensions.code` of the API, in `code` elsewhere. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_INPUT', // readable, but a value is not allowed
  'CONFLICT',
  'NOT_FOUND', // also what exists but is not for the asker
  'MALFORMED', // cannot even be read: broken JSON, broken URL encoding
  'METHOD_NOT_ALLOWED',
  'UNSUPPORTED_MEDIA_TYPE',
  'TOO_LARGE',
  'TOO_COSTLY', // a question beyond the limits of depth, aliases or cost
  'TOO_MANY_REQUESTS',
  'TIMED_OUT',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error that the asker can do something about; its message is shown as it is. */
export class ExpectedError extends Error {
  constructor(
    readonly code: Exclude<ErrorCode, 'INTERNAL'>,
    message: string,
  ) {
    super(message);
  }
}
