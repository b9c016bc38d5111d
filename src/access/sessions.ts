import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ROLES, type Identity } from '../domain/shared/identity.js';
import { AUTHORITIES, RESPONSIBLE_UNITS } from '../domain/shared/authority.js';

const COOKIE = 'samtilsyn_session';
const LIFETIME_S = 8 * 60 * 60;

interface Ticket extends Identity {
  /** Seconds since 1970 at which the ticket ends. */
  readonly expires: number;
}

/** How tickets are signed and cookies are sent. */
export abstract class SessionSettings {
  abstract readonly secret: string;
  abstract readonly isSecure: boolean;
}

/** Who a request comes from: a signed ticket in an HttpOnly cookie, or as a bearer token for the API. */
@Injectable()
export class Sessions {
  constructor(private readonly settings: SessionSettings) {}

  /** A ticket for this identity, good for eight hours. */
  ticketFor(identity: Identity, now = new Date()): string {
    const ticket: Ticket = { ...identity, expires: Math.floor(now.getTime() / 1000) + LIFETIME_S };
    const body = Buffer.from(JSON.stringify({ ...ticket, nonce: randomBytes(8).toString('hex') })).toString(
      'base64url',
    );
    return `${body}.${this.sign(body)}`;
  }

  /** The identity of a ticket; undefined when it is forged, expired or names an unknown role. */
  read(ticket: string, now = new Date()): Identity | undefined {
    const [body = '', signature = ''] = ticket.split('.');
    const expected = Buffer.from(this.sign(body));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const { role, person, authority, unit, facilityId, expires } = JSON.parse(
      Buffer.from(body, 'base64url').toString('utf8'),
    ) as Ticket;
    if (!(expires > now.getTime() / 1000) || !ROLES.some((known) => known === role)) return undefined;
    if (authority !== undefined && !AUTHORITIES.includes(authority)) return undefined;
    if (unit !== undefined && !RESPONSIBLE_UNITS.includes(unit)) return undefined;
    return { role, person, authority, unit, facilityId };
  }

  identityOf(request: Request): Identity | undefined {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const ticket = bearer ?? cookieOf(request);
    return ticket === undefined ? undefined : this.read(ticket);
  }

  signIn(response: Response, identity: Identity): void {
    response.cookie(COOKIE, this.ticketFor(identity), { ...this.attributes(), maxAge: LIFETIME_S * 1000 });
  }

  signOut(response: Response): void {
    response.clearCookie(COOKIE, this.attributes());
  }

  private attributes(): { httpOnly: true; sameSite: 'lax'; secure: boolean; path: string } {
    return { httpOnly: true, sameSite: 'lax', secure: this.settings.isSecure, path: '/' };
  }

  private sign(body: string): string {
    return createHmac('sha256', this.settings.secret).update(body).digest('base64url');
  }
}

function cookieOf(request: Request): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(/; */)) {
    if (pair.startsWith(`${COOKIE}=`)) return pair.slice(COOKIE.length + 1);
  }
  return undefined;
}
