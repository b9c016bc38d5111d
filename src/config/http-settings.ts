import { isIP } from 'node:net';
import { wholeNumber } from './whole-number.js';

/** How the service meets the network. */
export interface HttpSettings {
  /** Requests a second that one signed-in person or machine may make for long; bursts of twenty times as many pass. */
  readonly ratePerIdentity: number;
  /** The same for everybody together who comes from one address without being signed in. */
  readonly ratePerAddress: number;
  /** Attempts a second to sign in from one address. */
  readonly signInRate: number;
  /** Proxies whose word on the asker's address and protocol is taken: addresses, networks, or Express's names for them. */
  readonly trustedProxies: readonly string[];
  /** A file with the only questions that the API answers, by SHA-256; undefined answers every question within limits. */
  readonly safelistFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const NETWORK_NAMES = ['loopback', 'linklocal', 'uniquelocal'];
const HIGHEST_RATE = 1_000_000;

export function readHttpSettings(
  environment: Environment,
  resolve: (file: string) => string,
  problems: string[],
): HttpSettings {
  const rate = (name: string, fallback: number): number =>
    wholeNumber(name, environment[name], fallback, 1, HIGHEST_RATE, problems);
  const proxies = (environment['SAMTILSYN_TRUSTED_PROXIES'] ?? '').split(',').map((name) => name.trim());
  const trustedProxies = proxies.filter((name) => name !== '');
  for (const name of trustedProxies.filter((each) => !isNetwork(each))) {
    problems.push(
      `SAMTILSYN_TRUSTED_PROXIES names "${name}", but must list addresses, networks such as 10.0.0.0/8, or ${NETWORK_NAMES.join(', ')}.`,
    );
  }
  const safelist = environment['SAMTILSYN_SAFELIST'];
  return {
    ratePerIdentity: rate('SAMTILSYN_RATE_PER_IDENTITY', 20),
    ratePerAddress: rate('SAMTILSYN_RATE_PER_ADDRESS', 10),
    signInRate: rate('SAMTILSYN_SIGN_IN_RATE', 2),
    trustedProxies,
    safelistFile: safelist === undefined || safelist === '' ? undefined : resolve(safelist),
  };
}

function isNetwork(name: string): boolean {
  const [address = '', bits] = name.split('/');
  if (isIP(address) === 0) return NETWORK_NAMES.includes(name);
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128));
}
