import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { IssuerSettings } from '../../config/sign-in-settings.js';

/** Where the built-in issuer answers, below the service's own address. */
export const DEVELOPMENT_ISSUER_PATH = '/udvikler-issuer';

/** A machine that asks the API with a token of its own. */
export const DEVELOPMENT_MACHINE = 'udvikler-maskine';
/** What the machine, and programs of the made-up people, get tokens by: no secret, and nothing of it is in production. */
export const DEVELOPMENT_SECRET = 'kun-til-udvikling';

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
