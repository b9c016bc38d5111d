import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IssuerSettings } from '../../config/sign-in-settings.js';

/** Where the built-in issuer answers, below the service's own address. */
export const DEVELOPMENT_ISSUER_PATH = '/udvikler-issuer';

/** A machine that asks the API; its secret is no secret, and there is no such machine in production. */
export const DEVELOPMENT_MACHINE = {
  client_id: 'udvikler-maskine',
  client_secret: 'kun-til-udvikling',
} as const;

/** What the service and the issuer that is built into it know each other by. */
@Injectable()
export class DevelopmentClient {
  private readonly secret = randomBytes(32).toString('base64url');

  settingsAt(origin: string): IssuerSettings {
    return {
      url: `${origin}${DEVELOPMENT_ISSUER_PATH}`,
      clientId: 'samtilsyn',
      clientSecret: this.secret,
      audience: 'urn:samtilsyn:api',
      scope: 'openid samtilsyn',
    };
  }
}
