import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { SignInCookies } from '../session/sign-in-cookies.js';

/** What must come back from the issuer as it was sent, and what proves that we asked. */
export interface SignInAttempt {
  /** Comes back in the address, so that nobody can be signed in by a link somebody else made. */
  readonly state: string;
  /** Comes back inside the signed token, so that no older token can be used. */
  readonly nonce: string;
  /** Proves to the issuer that the code is ours (PKCE, RFC 7636). */
  readonly verifier: string;
  /** Where to go afterwards, within the service. */
  readonly next: string | undefined;
}

/** The secret that is shared by all copies of the service. */
export abstract class SealingSecret {
  abstract readonly value: string;
}

const LONGEST_ATTEMPT_S = 10 * 60;
const MOST_AT_ONCE = 5;
const NAME = 'samtilsyn_sign_in_';
const STATE = /^[\w-]{43}$/;

/**
 * Attempts to sign in, each sealed in a short-lived cookie of its own: several tabs can sign in at once, and any copy of
 * the service can finish what another one began.
 */
@Injectable()
export class SignInAttempts {
  private readonly key: Uint8Array;

  constructor(
    secret: SealingSecret,
    private readonly cookies: SignInCookies,
  ) {
    this.key = new Uint8Array(hkdfSync('sha256', secret.value, '', 'samtilsyn sign-in attempt', 32));
  }

  async keep(request: Request, response: Response, attempt: SignInAttempt): Promise<void> {
    const older = this.cookies.namesIn(request, NAME);
    // Left behind by attempts that were given up; too many would make the headers too large.
    if (older.length >= MOST_AT_ONCE) for (const name of older) this.cookies.clear(response, name);
    const sealed = await new EncryptJWT({ ...attempt })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setExpirationTime(`${LONGEST_ATTEMPT_S}s`)
      .encrypt(this.key);
    this.cookies.set(response, nameOf(attempt.state), sealed, LONGEST_ATTEMPT_S * 1000);
  }

  /** The attempt with this state, which then can be taken no more; undefined where this browser did not begin it. */
  async take(request: Request, response: Response, state: unknown): Promise<SignInAttempt | undefined> {
    if (typeof state !== 'string' || !STATE.test(state)) return undefined;
    const sealed = this.cookies.read(request, nameOf(state));
    if (sealed === undefined) return undefined;
    this.cookies.clear(response, nameOf(state));
    try {
      const { payload } = await jwtDecrypt<SignInAttempt>(sealed, this.key);
      return payload.state === state ? payload : undefined;
    } catch {
      return undefined; // too old, or not sealed by us
    }
  }
}

function nameOf(state: string): string {
  return NAME + state.slice(0, 16);
}
