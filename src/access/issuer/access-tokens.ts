import { Injectable } from '@nestjs/common';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import type { Identity } from '../../domain/shared/identity.js';
import { AccessEvents } from '../access-events.js';
import { AccessGrants } from '../grants/access-grants.js';
import { statementOf } from './signed-statement.js';
import { Issuer } from './issuer.js';
import { verifyToken } from './verify-token.js';

/** Longer than any token that an issuer would send in a header. */
const LONGEST_TOKEN = 8192;

/** Machines, and people's programs, bring a signed access token with every request (RFC 9068). */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly issuer: Issuer,
    private readonly grants: AccessGrants,
    private readonly events: AccessEvents,
  ) {}

  /** Who a token is about; undefined when it must not be believed, FORBIDDEN when nothing was granted to them. */
  async identityOf(token: string): Promise<Identity | undefined> {
    if (token.length > LONGEST_TOKEN || !this.issuer.isThere) return undefined;
    const issuer = await this.issuer.find();
    const claims = await verifyToken(token, issuer, {
      audience: issuer.settings.audience,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    const statement = claims && statementOf(issuer, claims);
    if (!statement) return undefined;
    const candidates = await this.grants.candidatesForToken(statement, claims.iat!);
    if (!candidates) return undefined;
    if (candidates.length === 1) return candidates[0]!.identity;
    throw await this.refusal(statement.subject, candidates.length);
  }

  private async refusal(person: string, roles: number): Promise<ExpectedError> {
    await this.events.record({
      action: 'SIGN_IN',
      outcome: 'REFUSED',
      operation: roles === 0 ? 'access token: NO_GRANT' : 'access token: SEVERAL_ROLES',
      person,
      identity: undefined,
    });
    return new ExpectedError(
      'FORBIDDEN',
      roles === 0
        ? 'The token is good, but gives no role here: nothing was granted to what it says.'
        : 'The token gives several roles at once; use one that gives a single role.',
    );
  }
}
