import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { CurrentConfiguration } from '../../config/config.module.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { OwnAddress } from '../issuer/own-address.js';
import { ANSWER_PATH, SIGNED_OUT_PATH, ISSUER_SIGNED_OUT_PATH } from '../sign-in/paths.js';
import { DevelopmentClient, DEVELOPMENT_MACHINE } from './development-client.js';
import { DevelopmentUsers } from './development-users.js';
import { newSigningKey } from './new-signing-key.js';
import { providerOf } from './provider-of.js';

/** Where the page is that asks who one is; the name of the sign-in follows. */
export const WHO_PATH = '/udvikler-log-ind';

/** The pages of the development issuer, each as HTML; made by those who make all other pages. */
export abstract class DevelopmentPages {
  /** A form that sends `fields` and logout=yes to `action`. */
  abstract askToSignOut(request: Request, action: string, fields: Record<string, string>): Promise<string>;
  abstract showProblem(request: Request, problem: string): Promise<string>;
}

/**
 * A real OpenID Connect issuer inside the service, for developers and tests: everybody can be anybody. It is loaded when
 * it is first asked for, and cannot be in production, where the configuration refuses it.
 */
@Injectable()
export class DevelopmentIssuer {
  readonly signingKey = newSigningKey();
  private provider: Promise<Provider> | undefined;
  private pages: DevelopmentPages | undefined;

  constructor(
    private readonly configuration: CurrentConfiguration,
    private readonly address: OwnAddress,
    private readonly client: DevelopmentClient,
    private readonly users: DevelopmentUsers,
  ) {}

  showWith(pages: DevelopmentPages): void {
    this.pages = pages;
  }

  /** Answers what is below the issuer's path; passes on where the issuer is not offered. */
  async answer(request: Request, response: Response, next: NextFunction): Promise<void> {
    if (!this.configuration.value.offersDevelopmentSignIn) return next();
    const provider = await this.load();
    // The provider's only script is one that it adds the hash of to this.
    const policy = String(response.getHeader('content-security-policy') ?? '');
    response.setHeader('content-security-policy', [policy, "script-src 'self'"].filter(Boolean).join('; '));
    await provider.callback()(request, response);
  }

  /** Throws BAD_INPUT where nobody is asked who they are. */
  async expectQuestion(request: Request, response: Response): Promise<void> {
    try {
      await (await this.load()).interactionDetails(request, response);
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
    if (isProduction || !offersDevelopmentSignIn) throw new Error('There is no development issuer here.');
    this.provider ??= this.start();
    return this.provider;
  }

  private start(): Promise<Provider> {
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
          post_logout_redirect_uris: [origin + SIGNED_OUT_PATH],
          backchannel_logout_uri: origin + ISSUER_SIGNED_OUT_PATH,
          backchannel_logout_session_required: true,
          id_token_signed_response_alg: 'ES256',
        },
        {
          ...DEVELOPMENT_MACHINE,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
      claimsOfPerson: async (subject) => (await this.users.find(subject))?.claims,
      claimsOfMachine: () => ({ group: ['INTEGRATION_CLIENT'] }),
      interactionPath: (uid) => `${WHO_PATH}/${uid}`,
      askToSignOut: async (context, form) => {
        const { action, fields } = readForm(form);
        await this.show(context, (pages, request) => pages.askToSignOut(request, action, fields));
      },
      showError: (context, problem) =>
        this.show(context, (pages, request) => pages.showProblem(request, problem)),
    });
  }

  private async show(
    context: KoaContextWithOIDC,
    htmlOf: (pages: DevelopmentPages, request: Request) => Promise<string>,
  ): Promise<void> {
    if (!this.pages) throw new Error('The development issuer was given no pages.');
    context.type = 'html';
    context.body = await htmlOf(this.pages, context.req as Request);
  }
}

function readForm(form: string): { action: string; fields: Record<string, string> } {
  const [, action = ''] = / action="([^"]*)"/.exec(form) ?? [];
  const fields = [...form.matchAll(/ name="([^"]*)" value="([^"]*)"/g)];
  return { action, fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value])) };
}
