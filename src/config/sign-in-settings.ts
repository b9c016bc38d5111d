import { wholeNumber } from './whole-number.js';

/** Who vouches for people and machines, and how long they stay signed in. */
export interface SignInSettings {
  /** Where people reach the service: scheme, host and port. Undefined, never in production, means: where it listens. */
  readonly publicUrl: string | undefined;
  /** Undefined where the built-in development sign-in is used, or nobody can sign in. */
  readonly issuer: IssuerSettings | undefined;
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Minutes after which a session ends, however busy it is. */
  readonly longestMinutes: number;
}

/** An issuer of OpenID Connect (Core 1.0, Discovery 1.0), and what it knows the service by. */
export interface IssuerSettings {
  /** As in the claim "iss"; /.well-known/openid-configuration is below it. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What access tokens for the API must be made out to (RFC 9068 section 4). */
  readonly audience: string;
  readonly scope: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NEEDED = {
  OIDC_ISSUER: 'the address of the issuer that people and machines sign in at',
  OIDC_CLIENT_ID: 'the name that the issuer knows the service by',
  OIDC_CLIENT_SECRET: 'the secret that goes with OIDC_CLIENT_ID; OIDC_CLIENT_SECRET_FILE may name its file',
  OIDC_AUDIENCE: 'what access tokens for the API must be made out to',
} as const;

/** In production all of it is needed; elsewhere all or nothing. */
export function readSignInSettings(
  environment: Environment,
  isProduction: boolean,
  problems: string[],
): SignInSettings {
  const given = (name: string): string | undefined => environment[name] || undefined;
  const isIssuerNeeded = isProduction || Object.keys(NEEDED).some((name) => given(name) !== undefined);
  const publicUrl = given('PUBLIC_URL');
  if (isProduction && publicUrl === undefined) {
    problems.push('PUBLIC_URL is missing; production needs the address that people reach the service at.');
  }
  if (publicUrl !== undefined && !isOrigin(publicUrl)) {
    problems.push(
      `PUBLIC_URL is "${publicUrl}", but must be of the form https://host with nothing behind it; http only on the machine itself.`,
    );
  }
  return {
    publicUrl: publicUrl?.replace(/\/$/, ''),
    issuer: isIssuerNeeded ? readIssuer(given, problems) : undefined,
    idleMinutes: minutes('SAMTILSYN_SESSION_IDLE_MINUTES', 30),
    longestMinutes: minutes('SAMTILSYN_SESSION_LONGEST_MINUTES', 8 * 60),
  };

  function minutes(name: string, fallback: number): number {
    return wholeNumber(name, environment[name], fallback, 1, 24 * 60, problems);
  }
}

function readIssuer(given: (name: string) => string | undefined, problems: string[]): IssuerSettings {
  for (const [name, meaning] of Object.entries(NEEDED)) {
    if (given(name) === undefined) problems.push(`${name} is missing: ${meaning}.`);
  }
  const url = given('OIDC_ISSUER') ?? '';
  if (url !== '' && !isSafeAddress(url)) {
    problems.push(
      `OIDC_ISSUER is "${url}", but must be an https address without query; http only on the machine itself.`,
    );
  }
  const scope = given('OIDC_SCOPE') ?? 'openid';
  if (!scope.split(' ').includes('openid')) {
    problems.push(`OIDC_SCOPE is "${scope}", but must hold the word openid.`);
  }
  return {
    url,
    clientId: given('OIDC_CLIENT_ID') ?? '',
    clientSecret: given('OIDC_CLIENT_SECRET') ?? '',
    audience: given('OIDC_AUDIENCE') ?? '',
    scope,
  };
}

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

// What goes over the network in the clear can be read and changed on the way.
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.includes(hostname));
  return isSafe && search === '' && hash === '' && username === '';
}

function isOrigin(text: string): boolean {
  return isSafeAddress(text) && new URL(text).pathname === '/';
}
