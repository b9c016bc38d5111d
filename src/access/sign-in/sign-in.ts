import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import * as oidc from 'openid-client';
import type { Identity } from '../../domain/shared/identity.js';
import { AccessEvents } from '../access-events.js';
import { AccessGrants, type Candidate } from '../grants/access-grants.js';
import type { Statement } from '../grants/claims.js';
import { Issuer, type KnownIssuer } from '../issuer/issuer.js';
import { OwnAddress } from '../issuer/own-address.js';
import { statementOf } from '../issuer/signed-statement.js';
import { verifyToken } from '../issuer/verify-token.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { SessionStore } from '../session/session-store.js';
import { aboutPerson, codeForTokens, type Tokens } from './ask-issuer.js';
import { SignInAttempts, type SignInAttempt } from './sign-in-attempts.js';
import { SignInProblem } from './sign-in-problem.js';
import { ANSWER_PATH } from './paths.js';

/** How a sign-in ended well. */
export interface SignedIn {
  /** False where one of several roles is still to be chosen. */
  readonly hasRole: boolean;
  readonly next: string | undefined;
}

/** People sign in at the issuer: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 9700). */
@Injectable()
export class SignIn {
  private readonly logger = new Logger(SignIn.name);

  constructor(
    private readonly issuer: Issuer,
    private readonly attempts: SignInAttempts,
    private readonly address: OwnAddress,
    private readonly grants: AccessGrants,
    private readonly store: SessionStore,
    private readonly sessions: BrowserSessions,
    private readonly events: AccessEvents,
  ) {}

  /** The issuer's address to send somebody to. With `asAnother` the issuer asks anew who it is. */
  async begin(
    request: Request,
    response: Response,
    next: string | undefined,
    asAnother: boolean,
  ): Promise<string> {
    const { client, settings } = await this.issuer.find();
    const attempt: SignInAttempt = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      next,
    };
    await this.attempts.keep(request, response, attempt);
    return oidc.buildAuthorizationUrl(client, {
      redirect_uri: this.address.origin + ANSWER_PATH,
      scope: settings.scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(asAnother ? { prompt: 'login' } : {}),
    }).href;
  }

  /** Reads the issuer's answer and begins a session with a new id; throws SignInProblem. */
  async finish(request: Request, response: Response): Promise<SignedIn> {
    const attempt = await this.attempts.take(request, response, request.query['state']);
    if (!attempt) throw new SignInProblem('ATTEMPT_LOST');
    try {
      return await this.beginSession(request, response, attempt);
    } catch (error) {
      if (error instanceof SignInProblem) await this.recordRefusal(error);
      throw error;
    }
  }

  /** True for somebody who has signed in, and has not said yet which of several roles it shall be. */
  async isRoleMissing(request: Request): Promise<boolean> {
    const session = await this.sessions.find(request);
    return session !== undefined && session.identity === undefined;
  }

  /** What somebody who has signed in may be, by the grants of today. */
  async choices(request: Request): Promise<readonly Candidate[]> {
    const session = await this.sessions.find(request);
    return session ? this.grants.candidatesFor(session.statement) : [];
  }

  /** Goes on in one of these roles; false where that is not theirs, or the session has ended. */
  async choose(request: Request, response: Response, key: unknown): Promise<boolean> {
    const chosen = (await this.choices(request)).find((candidate) => candidate.key === key);
    if (!chosen) return false;
    await this.recordSignIn('choose a role', chosen.identity.person, chosen.identity);
    return this.sessions.goOnAs(request, response, chosen);
  }

  private async beginSession(
    request: Request,
    response: Response,
    attempt: SignInAttempt,
  ): Promise<SignedIn> {
    const issuer = await this.issuer.find();
    const query = new URL(request.originalUrl, this.address.origin).search;
    const tokens = await codeForTokens(issuer, new URL(this.address.origin + ANSWER_PATH + query), attempt);
    const statement = await this.statementIn(issuer, tokens);
    const candidates = await this.grants.candidatesFor(statement);
    if (candidates.length === 0) throw new SignInProblem('NO_GRANT', {}, statement.subject);
    const chosen = candidates.length === 1 ? candidates[0] : undefined;
    await this.recordSignIn('sign in', statement.subject, chosen?.identity);
    const id = await this.store.start(
      { ...statement, claims: await this.grants.claimsLookedAt(statement) },
      { issuerSession: textOrNothing(statement.claims['sid']), idToken: tokens.id_token },
      chosen,
    );
    await this.sessions.replace(request, response, id);
    return { hasRole: chosen !== undefined, next: attempt.next };
  }

  private recordSignIn(operation: string, person: string, identity: Identity | undefined): Promise<void> {
    return this.events.record({ action: 'SIGN_IN', outcome: 'DONE', operation, person, identity });
  }

  // An answer to what nobody here began is not recorded: anybody could fill the log with those.
  private async recordRefusal(problem: SignInProblem): Promise<void> {
    this.logger.warn(`${problem.message}${reasonOf(problem)}`);
    await this.events.record({
      action: 'SIGN_IN',
      outcome: 'REFUSED',
      operation: `sign in: ${problem.code}`,
      person: problem.person,
      identity: undefined,
    });
  }

  // The token came straight from the issuer; its signature is checked all the same, by the keys and rules of the API.
  private async statementIn(issuer: KnownIssuer, tokens: Tokens): Promise<Statement> {
    const signed = await verifyToken(tokens.id_token ?? '', issuer, {
      audience: issuer.settings.clientId,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    });
    if (!signed) throw new SignInProblem('REFUSED');
    const statement = statementOf(issuer, { ...(await aboutPerson(issuer, tokens, signed.sub)), ...signed });
    if (!statement) throw new SignInProblem('REFUSED');
    return statement;
  }
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function reasonOf({ cause }: SignInProblem): string {
  return cause instanceof Error ? `: ${cause.message}` : '';
}
