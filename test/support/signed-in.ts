import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { claimsFor } from '../../src/access/development/development-claims.js';
import { DevelopmentClient } from '../../src/access/development/development-client.js';
import { DevelopmentIssuer } from '../../src/access/development/development-issuer.js';
import { AccessGrants } from '../../src/access/grants/access-grants.js';
import { DEVELOPMENT_ISSUER } from '../../src/access/issuer/issuer.js';
import { OwnAddress } from '../../src/access/issuer/own-address.js';
import { SessionStore } from '../../src/access/session/session-store.js';
import { isAuthorityStaff, STAFF_ROLES, type Identity } from '../../src/domain/shared/identity.js';

const HOUR_S = 3600;

/**
 * A token as the development issuer signs it, with the issuer's own key: the service looks up the key at the issuer,
 * and who it is in the grants, as for every other token. Signing here saves each spec the way there and back.
 */
export function accessTokenFor(app: INestApplicationContext, identity: Identity): string {
  const ofApp = tokens.get(app) ?? new Map<string, string>();
  tokens.set(app, ofApp);
  const who = JSON.stringify(identity);
  const token = ofApp.get(who) ?? newAccessToken(app, identity);
  ofApp.set(who, token);
  return token;
}

/** One for each person and service: a spec asks much, and signing costs more than the question. */
const tokens = new WeakMap<INestApplicationContext, Map<string, string>>();

function newAccessToken(app: INestApplicationContext, identity: Identity): string {
  expectPossible(identity);
  const { url, audience } = app.get(DevelopmentClient).settingsAt(app.get(OwnAddress).origin);
  const { signingKey } = app.get(DevelopmentIssuer);
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'ES256', typ: 'at+jwt', kid: signingKey.kid };
  const claims = { iss: url, aud: audience, iat: now, exp: now + HOUR_S, jti: randomUUID() };
  const signed = [header, { ...claims, sub: identity.person, ...claimsFor([identity]) }]
    .map(inBase64)
    .join('.');
  const key = createPrivateKey({ key: { ...signingKey }, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** Begins a session on what the grants give for the issuer's word; the whole way of signing in has specs of its own. */
export async function sessionCookieFor(app: INestApplicationContext, identity: Identity): Promise<string> {
  const statement = {
    issuer: DEVELOPMENT_ISSUER,
    subject: identity.person,
    claims: claimsFor([identity]),
  };
  const candidates = await app.get(AccessGrants).candidatesFor(statement);
  if (candidates.length !== 1)
    throw new Error(`${candidates.length} grants make ${JSON.stringify(identity)}.`);
  const atIssuer = { issuerSession: undefined, idToken: undefined };
  return `samtilsyn_session=${await app.get(SessionStore).start(statement, atIssuer, candidates[0])}`;
}

// A role that no grant gives would be refused for that reason alone, whatever a spec is about.
function expectPossible(identity: Identity): void {
  const { role, unit, facilityId } = identity;
  const isPossible = STAFF_ROLES.some((staff) => staff === role)
    ? isAuthorityStaff(identity)
    : unit === undefined || role === 'INTEGRATION_CLIENT';
  if (isPossible && (role !== 'FACILITY_USER' || facilityId !== undefined)) return;
  throw new Error(`No grant makes ${JSON.stringify(identity)}.`);
}

function inBase64(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
