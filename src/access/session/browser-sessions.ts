import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Candidate } from '../grants/access-grants.js';
import { SessionStore, type LiveSession } from './session-store.js';
import { SignInCookies } from './sign-in-cookies.js';

const SESSION = 'samtilsyn_session';

/** The session that a browser holds the id of, in a cookie. */
@Injectable()
export class BrowserSessions {
  private readonly found = new WeakMap<Request, Promise<LiveSession | undefined>>();

  constructor(
    private readonly store: SessionStore,
    private readonly cookies: SignInCookies,
  ) {}

  /** The session of a request, also one without a role; looked up once. */
  find(request: Request): Promise<LiveSession | undefined> {
    let session = this.found.get(request);
    if (!session) {
      const id = this.idIn(request);
      session = id === undefined ? Promise.resolve(undefined) : this.store.find(id);
      this.found.set(request, session);
    }
    return session;
  }

  /** Gives the browser a session that has just begun, and ends the one it had. */
  async replace(request: Request, response: Response, id: string): Promise<void> {
    const former = this.idIn(request);
    if (former !== undefined) await this.store.end(former, 'REPLACED');
    this.hand(request, response, id);
  }

  /** Goes on in another role under a new id; false where the session has ended. */
  async goOnAs(request: Request, response: Response, chosen: Candidate): Promise<boolean> {
    const former = this.idIn(request);
    const next = former === undefined ? undefined : await this.store.choose(former, chosen);
    if (next !== undefined) this.hand(request, response, next);
    return next !== undefined;
  }

  async end(request: Request, response: Response): Promise<void> {
    const id = this.idIn(request);
    if (id !== undefined) await this.store.end(id, 'SIGNED_OUT');
    this.found.set(request, Promise.resolve(undefined));
    this.cookies.clear(response, SESSION);
  }

  private idIn(request: Request): string | undefined {
    return this.cookies.read(request, SESSION);
  }

  // The cookie goes when the browser is closed; how long a session lasts is decided by the database alone.
  private hand(request: Request, response: Response, id: string): void {
    this.found.set(request, this.store.find(id));
    this.cookies.set(response, SESSION, id);
  }
}
