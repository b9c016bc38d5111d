import { randomBytes } from 'node:crypto';
import type { ClientMetadata, JWK, KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Claims } from '../grants/claims.js';
import { ShortTermMemory } from './short-term-memory.js';

/** An issuer with made-up people. */
export interface ProviderSettings {
  /** As in the claim "iss". */
  readonly issuer: string;
  readonly clients: readonly ClientMetadata[];
  /** Private keys; the first one that fits signs. */
  readonly keys: readonly JWK[];
  /** What access tokens of machines are made out to. */
  readonly audience: string;
  /** Undefined for somebody who is not known. */
  readonly claimsOfPerson: (subject: string) => Promise<Claims | undefined>;
  readonly claimsOfMachine: (clientId: string) => Promise<Claims>;
  /** The page that asks who one is. */
  readonly interactionPath: (uid: string) => string;
  /** The page that asks whether to sign out at the issuer, around a form; without it one signs out at the service alone. */
  readonly askToSignOut?: (context: KoaContextWithOIDC, form: string) => void;
}

/** What an issuer of ours knows a browser again by. */
export const ISSUER_SESSION_COOKIE = 'udvikler_session';

const HOUR_S = 60 * 60;
const TEN_MINUTES_S = 10 * 60;
const SHOWN_CLAIMS = ['name', 'group', 'cvr', 'facility_id', 'p_number'];
const SIGNATURES = ['ES256', 'RS256', 'PS256'] as const;

/** A whole OpenID Connect issuer, loaded only here and only when it is needed. */
export async function providerOf(settings: ProviderSettings): Promise<Provider> {
  const { Provider, errors } = await import('oidc-provider');
  const memory: ConstructorParameters<typeof ShortTermMemory>[1] = new Map();
  return new Provider(settings.issuer, {
    adapter: (kind: string) => new ShortTermMemory(kind, memory),
    clients: settings.clients.map((client) => ({ ...client })),
    clientDefaults: { id_token_signed_response_alg: settings.keys[0]!.alg as (typeof SIGNATURES)[number] },
    jwks: { keys: settings.keys.map((key) => ({ ...key })) },
    enabledJWA: { idTokenSigningAlgValues: SIGNATURES },
    claims: { openid: ['sub'], samtilsyn: SHOWN_CLAIMS },
    scopes: ['openid', 'samtilsyn'],
    conformIdTokenClaims: false, // claims stand in the signed token, as brokers put them
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: {
        session: ISSUER_SESSION_COOKIE,
        interaction: 'udvikler_interaction',
        resume: 'udvikler_interaction_resume',
      },
    },
    pkce: { required: () => true },
    findAccount: async (_context, subject) => {
      const claims = await settings.claimsOfPerson(subject);
      return claims && { accountId: subject, claims: () => ({ ...claims, sub: subject }) };
    },
    // Our own service needs nobody's consent.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid samtilsyn');
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => settings.interactionPath(uid) },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'text';
      context.body = [error, description].filter(Boolean).join(': ');
    },
    extraTokenClaims: async (_context, token) =>
      token.kind === 'ClientCredentials'
        ? { ...(await settings.claimsOfMachine(token.clientId!)) }
        : undefined,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: settings.askToSignOut !== undefined,
        logoutSource: (context, form) => settings.askToSignOut?.(context, form),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_context, client) =>
          client.grantTypeAllowed('client_credentials') ? settings.audience : [],
        getResourceServerInfo: (_context, resource) => {
          if (resource !== settings.audience) throw new errors.InvalidTarget();
          return {
            scope: '',
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: HOUR_S,
            jwt: { sign: { alg: settings.keys[0]!.alg as (typeof SIGNATURES)[number] } },
          };
        },
      },
    },
    // Back-channel sign-out calls our own machine, which the provider's own fetch refuses.
    fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
    ttl: {
      Session: 8 * HOUR_S,
      Grant: 8 * HOUR_S,
      Interaction: TEN_MINUTES_S,
      IdToken: TEN_MINUTES_S,
      AccessToken: TEN_MINUTES_S,
      ClientCredentials: HOUR_S,
    },
    clientBasedCORS: () => false,
  });
}
