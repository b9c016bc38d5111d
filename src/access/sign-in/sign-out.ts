import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { buildEndSessionUrl } from 'openid-client';
import type { Identity } from '../../domain/shared/identity.js';
import { AccessEvents } from '../access-events.js';
import { Issuer } from '../issuer/issuer.js';
import { OwnAddress } from '../issuer/own-address.js';
import { verifyToken } from '../issuer/verify-token.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { SessionStore } from '../session/session-store.js';
import { SIGNED_OUT_PATH } from './paths.js';

const SIGN_OUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Ends sessions here and at the issuer (OpenID Connect RP-Initiated Logout 1.0 and Back-Channel Logout 1.0). */
@Injectable()
export class SignOut {
  private readonly logger = new Logger(SignOut.name);

  constructor(
    private readonly issuer: Issuer,
    private readonly address: OwnAddress,
    private readonly sessions: BrowserSessions,
    private readonly store: SessionStore,
    private readonly events: AccessEvents,
  ) {}

  /** Ends the session of a browser; answers where to end the issuer's too, undefined where there is nothing to end. */
  async end(request: Request, response: Response): Promise<string | undefined> {
    const session = await this.sessions.find(request);
    await this.sessions.end(request, response);
    if (!session) return undefined;
    await this.record('sign out', session.statement.subject, session.identity);
    if (!session.idToken) return undefined;
    try {
      const { client } = await this.issuer.find();
      if (!client.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(client, {
        id_token_hint: session.idToken,
        post_logout_redirect_uri: this.address.origin + SIGNED_OUT_PATH,
      }).href;
    } catch (error) {
      this.logger.warn(`Signed out here, but not at the issuer: ${(error as Error).message}`);
      return undefined;
    }
  }

  /** Ends what the issuer says has ended; false for a token that must not be believed. */
  async endByIssuer(token: unknown): Promise<boolean> {
    if (typeof token !== 'string' || !this.issuer.isThere) return false;
    const issuer = await this.issuer.find();
    const said = await verifyToken(token, issuer, {
      audience: issuer.settings.clientId,
      requiredClaims: ['iat', 'jti', 'events'],
    });
    const { sub, sid, events, nonce } = said ?? {};
    // With a nonce it would be a token about signing in (section 2.4).
    if (!said || nonce !== undefined || !isSignOut(events)) return false;
    if (typeof sub !== 'string' && typeof sid !== 'string') return false;
    await this.store.endAtIssuer(issuer.name, typeof sid === 'string' ? sid : undefined, sub);
    await this.record('sign out at the issuer', sub, undefined);
    return true;
  }

  private record(
    operation: string,
    person: string | undefined,
    identity: Identity | undefined,
  ): Promise<void> {
    return this.events.record({ action: 'SIGN_OUT', outcome: 'DONE', operation, person, identity });
  }
}

function isSignOut(events: unknown): boolean {
  return typeof events === 'object' && events !== null && SIGN_OUT_EVENT in events;
}
