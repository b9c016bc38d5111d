import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  clockTolerance,
  discovery,
  type Configuration as IssuerClient,
} from 'openid-client';
import { CurrentConfiguration } from '../../config/config.module.js';
import type { IssuerSettings } from '../../config/sign-in-settings.js';
import { DevelopmentClient } from '../development/development-client.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { CLOCK_SKEW_S } from './clock-skew.js';
import { OwnAddress } from './own-address.js';

/** An issuer that takes longer is taken to be silent. */
const LONGEST_ANSWER_S = 5;
const KEYS_VALID_FOR_MS = 10 * 60 * 1000;
/** A key that is not known makes us ask again, but no more often than this: anybody can name unknown keys. */
const KEYS_ASKED_FOR_EVERY_MS = 5000;
const DISCOVERED_FOR_MS = 60 * 60 * 1000;

/** An issuer whose addresses and keys are known. */
export interface KnownIssuer {
  /** What grants call it. */
  readonly name: string;
  readonly settings: IssuerSettings;
  readonly client: IssuerClient;
  /** Finds the key a token says it is signed with; asks the issuer again for a key that is not known yet. */
  readonly keys: JWTVerifyGetKey;
}

/** The issuer that people and machines sign in at: the configured one, or the one that is built in for development. */
@Injectable()
export class Issuer {
  private known: Promise<KnownIssuer> | undefined;
  private askedAt = 0;

  constructor(
    private readonly configuration: CurrentConfiguration,
    private readonly development: DevelopmentClient,
    private readonly address: OwnAddress,
  ) {}

  /** False where nobody can sign in, because no issuer was configured and the development sign-in was switched off. */
  get isThere(): boolean {
    const { signIn, offersDevelopmentSignIn } = this.configuration.value;
    return signIn.issuer !== undefined || offersDevelopmentSignIn;
  }

  /** Asks the issuer for its addresses, once an hour; throws TIMED_OUT while it does not answer, NOT_FOUND without one. */
  async find(): Promise<KnownIssuer> {
    if (!this.isThere) throw new ExpectedError('NOT_FOUND', 'Nobody can sign in here: no issuer is set up.');
    if (this.known && Date.now() - this.askedAt < DISCOVERED_FOR_MS) return this.known;
    const before = this.known;
    this.askedAt = Date.now();
    this.known = this.ask();
    try {
      return await this.known;
    } catch (cause) {
      this.known = before;
      if (before) return before;
      throw Object.assign(silentIssuer(), { cause });
    }
  }

  private async ask(): Promise<KnownIssuer> {
    const external = this.configuration.value.signIn.issuer;
    const settings = external ?? this.development.settingsAt(this.address.origin);
    const client = await discovery(
      new URL(settings.url),
      settings.clientId,
      { client_secret: settings.clientSecret, [clockTolerance]: CLOCK_SKEW_S },
      ClientSecretBasic(settings.clientSecret),
      {
        timeout: LONGEST_ANSWER_S,
        // Settings with http are refused but on the machine itself.
        execute: settings.url.startsWith('http:') ? [allowInsecureRequests] : [],
      },
    );
    const { issuer, jwks_uri: keysAt } = client.serverMetadata();
    if (keysAt === undefined) throw new Error(`The issuer ${issuer} does not say where its keys are.`);
    return {
      name: external ? issuer : DEVELOPMENT_ISSUER,
      settings: { ...settings, url: issuer },
      client,
      keys: createRemoteJWKSet(new URL(keysAt), {
        timeoutDuration: LONGEST_ANSWER_S * 1000,
        cooldownDuration: KEYS_ASKED_FOR_EVERY_MS,
        cacheMaxAge: KEYS_VALID_FOR_MS,
      }),
    };
  }
}

/** What grants call the issuer that is built in, wherever it listens. */
export const DEVELOPMENT_ISSUER = 'development';

/** For whatever cannot be decided because the issuer does not answer. */
export function silentIssuer(): ExpectedError {
  return new ExpectedError('TIMED_OUT', 'The issuer that people sign in at does not answer; try again soon.');
}
