import type { Request } from 'express';
import type { Plugin } from 'graphql-yoga';
import type { Sessions } from '../access/sessions.js';
import { ExpectedError } from '../domain/shared/expected-error.js';

/** Nobody learns anything of the schema, nor costs any work, before it is known who asks. */
export function onlySignedIn(sessions: Sessions): Plugin {
  return {
    onRequestParse: ({ serverContext }) => {
      const { req } = serverContext as unknown as { req: Request };
      if (sessions.identityOf(req)) return;
      throw new ExpectedError('UNAUTHENTICATED', 'Sign in first; nothing is shown without an identity.');
    },
  };
}
