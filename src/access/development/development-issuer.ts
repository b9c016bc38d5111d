import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { ClientMetadata, Provider } from 'oidc-provider';
import { CurrentConfiguration } from '../../config/config.module.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { Claims } from '../grants/claims.js';
import { OwnAddress } from '../issuer/own-address.js';
import { ANSWER_PATH, ISSUER_SIGNED_OUT_PATH } from '../sign-in/paths.js';
import { DevelopmentClient, DEVELOPMENT_MACHINE, DEVELOPMENT_SECRET } from './development-client.js';
import { DevelopmentUsers } from './development-users.js';
import { newSigningKey } from './new-signing-key.js';
import { ISSUER_SESSION_COOKIE, providerOf } from './provider-of.js';

/** Where the page is that asks who one is; the name of the sign-in follows. */
export const WHO_PATH = '/udvikler-log-ind';

/**
 * A real OpenID Connect issuer inside the service, for developers and tests: everybody can be anybody. It is loaded when
 * it is first asked for, and cannot be in production, where the configuration refuses it.
 */
@Injectable()
export class DevelopmentIssuer {
  readonly signingKey = newSigningKey();
  private provider: Promise<Provider> | undefined;

  constructor(
    private readonly configuration: CurrentConfiguration,
    private readonly address: OwnAddress,
    private readonly client: DevelopmentClient,
    private readonly users: DevelopmentUsers,
  ) {}

  /** Answers what is below the issuer's path; passes on where the issuer is not offered. It remembers nobody. */
  async answer(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (!this.configuration.value.offersDevelopmentSignIn) return next();
    const provider = await this.load();
    request.headers.cookie = withoutSession(request.headers.cookie);
    await provider.callback()(request, response);
  }

  /** Throws BAD_INPUT where nobody is asked who they are. */
  async expectQuestion(request: Request, response: Response): Promise<void> {
    const provider = await this.load();
    try {
      await provider.interactionDetails(request, response);
    } catch (cause) {
      throw Object.assign(
        new ExpectedError('BAD_INPUT', 'This sign-in was begun too long ago or elsewhere; begin again.'),
        { cause },
      );
    }
  }

  /** Answers where to go on as this person. */
  async becomePerson(request: Request, response: Response, key: string): Promise<string> {
    const provider = await this.load();
    return provider.interactionResult(request, response, { login: { accountId: key } });
  }

  private load(): Promise<Provider> {
    const { isProduction, offersDevelopmentSignIn } = this.configuration.value;
    if (isProduction || !offersDevelopmentSignIn) {
      throw new ExpectedError('NOT_FOUND', 'There is no development issuer here.');
    }
    this.provider ??= this.start();
    return this.provider;
  }

  private async start(): Promise<Provider> {
    const { origin } = this.address;
    const { url, clientId, clientSecret, audience } = this.client.settingsAt(origin);
    return providerOf({
      issuer: url,
      audience,
      keys: [this.signingKey],
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: [origin + ANSWER_PATH],
          backchannel_logout_uri: origin + ISSUER_SIGNED_OUT_PATH,
          backchannel_logout_session_required: true,
        },
        ...[DEVELOPMENT_MACHINE, ...this.users.keys].map(programOf),
      ],
      claimsOfPerson: (key) => this.claimsOf(key),
      claimsOfMachine: async (key) =>
        key === DEVELOPMENT_MACHINE ? { group: ['INTEGRATION_CLIENT'] } : ((await this.claimsOf(key)) ?? {}),
      interactionPath: (uid) => `${WHO_PATH}/${uid}`,
    });
  }

  private async claimsOf(key: string): Promise<Claims | undefined> {
    return (await this.users.find(key))?.claims;
  }
}

// Whoever was signed in before is asked who they are, and can be another, without signing out at the issuer.
function withoutSession(cookies = ''): string {
  const pairs = cookies.split(/; */);
  return pairs.filter((pair) => !pair.startsWith(ISSUER_SESSION_COOKIE)).join('; ');
}

/** Gets tokens for the API without a browser. */
function programOf(key: string): ClientMetadata {
  return {
    client_id: key,
    client_secret: DEVELOPMENT_SECRET,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  };
}
