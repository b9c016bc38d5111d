import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';

/** How the service is reached, as far as cookies care. */
export abstract class CookieSettings {
  /** True where it is reached by https alone. */
  abstract readonly isSecure: boolean;
}

/** Cookies that scripts cannot read. By https their names begin with "__Host-", which no sub-domain can set (RFC 6265bis). */
@Injectable()
export class SignInCookies {
  constructor(private readonly settings: CookieSettings) {}

  read(request: Request, name: string): string | undefined {
    const start = `${this.fullName(name)}=`;
    return pairsOf(request)
      .find((pair) => pair.startsWith(start))
      ?.slice(start.length);
  }

  /** The names of all cookies that begin so. */
  namesIn(request: Request, beginning: string): readonly string[] {
    const start = this.fullName(beginning);
    return pairsOf(request)
      .filter((pair) => pair.startsWith(start))
      .map((pair) => beginning + pair.slice(start.length, pair.indexOf('=')));
  }

  /** Without `maxAgeMs` it goes when the browser is closed. */
  set(response: Response, name: string, value: string, maxAgeMs?: number): void {
    const lifetime = maxAgeMs === undefined ? {} : { maxAge: maxAgeMs };
    response.cookie(this.fullName(name), value, { ...this.attributes(), ...lifetime });
  }

  clear(response: Response, name: string): void {
    response.clearCookie(this.fullName(name), this.attributes());
  }

  private fullName(name: string): string {
    return this.settings.isSecure ? `__Host-${name}` : name;
  }

  // Lax and not strict, because the way back from the issuer begins on a page of the issuer.
  private attributes(): CookieOptions {
    return { httpOnly: true, sameSite: 'lax', secure: this.settings.isSecure, path: '/' };
  }
}

function pairsOf(request: Request): string[] {
  return (request.headers.cookie ?? '').split(/; */);
}
