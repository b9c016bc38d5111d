import type { GraphQLSchema } from 'graphql';
import type { Draws } from '../draws.js';
import type { FuzzBytes, FuzzRequest } from './fuzz-request.js';
import { drawIdentity, type Badge } from './identities.js';
import { drawOddHeaders } from './odd-headers.js';
import { drawPageRequest, type Route } from './pages.js';
import { drawQuestion } from './questions.js';
import { drawBytes } from './raw-bytes.js';

export interface Target {
  readonly schema: GraphQLSchema;
  readonly routes: readonly Route[];
  readonly badges: readonly Badge[];
}

/** The next malformed request: 63 % questions, 25 % pages, files, forms and uploads, 12 % bytes that are no request. */
export function drawRequest(target: Target, draws: Draws): FuzzRequest | FuzzBytes {
  const kind = draws.next();
  if (kind < 0.12) return drawBytes(draws);
  const identity = drawIdentity(target.badges, draws, draws.chance(0.15));
  const request =
    kind < 0.75
      ? drawQuestion(target.schema, draws, identity)
      : stayingSignedIn(drawPageRequest(target.routes, draws, identity));
  if (!draws.chance(0.15)) return request;
  return { ...request, headers: { ...request.headers, ...drawOddHeaders(draws) } };
}

// Whoever signs out is nobody in all requests after this one.
function stayingSignedIn(request: FuzzRequest): FuzzRequest {
  if (!request.path.startsWith('/log-ud')) return request;
  return { ...request, headers: { ...request.headers, cookie: 'samtilsyn_session=none' } };
}
