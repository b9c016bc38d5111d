import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  ClientError,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client';
import type { Claims } from '../grants/claims.js';
import { silentIssuer, type KnownIssuer } from '../issuer/issuer.js';
import type { SignInAttempt } from './sign-in-attempts.js';
import { SignInProblem } from './sign-in-problem.js';

export type Tokens = Awaited<ReturnType<typeof authorizationCodeGrant>>;

/** Gives the issuer's code back to it for tokens; throws SignInProblem, or TIMED_OUT where the issuer is silent. */
export async function codeForTokens(
  { client }: KnownIssuer,
  answer: URL,
  { state, nonce, verifier }: SignInAttempt,
): Promise<Tokens> {
  try {
    return await authorizationCodeGrant(client, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
  } catch (cause) {
    throw problemOf(cause);
  }
}

/** What an issuer tells of a person beside the signed token, where it does; throws as `codeForTokens`. */
export async function aboutPerson(
  { client }: KnownIssuer,
  { access_token: accessToken }: Tokens,
  person: string | undefined,
): Promise<Claims> {
  if (person === undefined || !client.serverMetadata().userinfo_endpoint) return {};
  try {
    return await fetchUserInfo(client, accessToken, person);
  } catch (cause) {
    throw problemOf(cause);
  }
}

function problemOf(cause: unknown): Error {
  if (cause instanceof AuthorizationResponseError && cause.error === 'access_denied') {
    return new SignInProblem('CANCELLED', { cause });
  }
  const isAnswer =
    cause instanceof AuthorizationResponseError ||
    cause instanceof ResponseBodyError ||
    (cause instanceof ClientError && cause.code !== 'OAUTH_TIMEOUT');
  return isAnswer ? new SignInProblem('REFUSED', { cause }) : Object.assign(silentIssuer(), { cause });
}
