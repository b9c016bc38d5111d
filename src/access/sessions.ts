import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ExpectedError } from '../domain/shared/expected-error.js';
import type { Identity } from '../domain/shared/identity.js';
import { AccessTokens } from './issuer/access-tokens.js';
import { BrowserSessions } from './session/browser-sessions.js';

interface Found {
  readonly identity?: Identity;
  /** Why somebody who brought a good token is nobody here. */
  readonly refusal?: ExpectedError;
}

/** Who a request comes from: a session in a browser's cookie, or an access token in the header of a program. */
@Injectable()
export class Sessions {
  private readonly found = new WeakMap<Request, Found>();

  constructor(
    private readonly browsers: BrowserSessions,
    private readonly tokens: AccessTokens,
  ) {}

  /** Finds out who asks, once and before anything else is done for them; a token counts for more than a cookie. */
  async identify(request: Request): Promise<Identity | undefined> {
    const found = await this.lookUp(request);
    this.found.set(request, found);
    return found.identity;
  }

  /** Who asks; undefined for nobody, and for a request that was never identified. */
  identityOf(request: Request): Identity | undefined {
    return this.found.get(request)?.identity;
  }

  /** Who asks; throws UNAUTHENTICATED for nobody, or why a good token gives no access. */
  expectIdentity(request: Request): Identity {
    const { identity, refusal } = this.found.get(request) ?? {};
    if (identity) return identity;
    throw refusal ?? notSignedIn();
  }

  private async lookUp(request: Request): Promise<Found> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    try {
      if (token !== undefined) return { identity: await this.tokens.identityOf(token) };
      return { identity: (await this.browsers.find(request))?.identity };
    } catch (error) {
      if (error instanceof ExpectedError) return { refusal: error };
      throw error;
    }
  }
}

export function notSignedIn(): ExpectedError {
  return new ExpectedError('UNAUTHENTICATED', 'Sign in first; nothing is shown without an identity.');
}
