import type { Request } from 'express';
import type { Plugin } from 'graphql-yoga';
import type { Sessions } from '../access/sessions.js';

/** Nobody learns anything of the schema, nor costs any work, before it is known who asks. */
export function onlySignedIn(sessions: Sessions): Plugin {
  return {
    onRequestParse: ({ serverContext }) => {
      const { req } = serverContext as unknown as { req: Request };
      sessions.expectIdentity(req);
    },
  };
}
