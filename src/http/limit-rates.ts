import { isIPv6 } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { HttpSettings } from '../config/http-settings.js';
import type { Identity } from '../domain/shared/identity.js';
import { sendError } from './send-error.js';
import { TokenBuckets } from './token-buckets.js';

/** How many seconds of the steady rate may be used up at once. */
const BURST_S = 20;

/** Files and health checks cost next to nothing; a page fetches several files, and a proxy asks often. */
const NOT_COUNTED = /^\/(assets|dkfds|health)\//;
/** Where a sign-in ends that was begun; the beginning costs nothing. */
const SIGN_IN = /^\/(log-ind\/svar|udvikler-log-ind\/[^/]+)$/;

/**
 * Answers 429 with Retry-After to whoever asks too often: a signed-in person or machine wherever they are, everybody
 * else by address. Attempts to sign in count twice, once in a smaller measure of their own.
 */
export function limitRates(
  settings: HttpSettings,
  identify: (request: Request) => Promise<Identity | undefined>,
  now: () => number = () => performance.now(),
): RequestHandler {
  const ofIdentities = bucketsAt(settings.ratePerIdentity);
  const ofAddresses = bucketsAt(settings.ratePerAddress);
  const ofSignIns = bucketsAt(settings.signInRate);
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (NOT_COUNTED.test(request.path)) return next();
    const identity = await identify(request);
    const address = networkOf(request.ip ?? '');
    const isSignIn = SIGN_IN.test(request.path);
    const wait = Math.max(
      identity
        ? ofIdentities.take(`${identity.role} ${identity.person}`, now())
        : ofAddresses.take(address, now()),
      isSignIn ? ofSignIns.take(address, now()) : 0,
    );
    if (wait === 0) return next();
    response.set('retry-after', String(wait));
    sendError(request, response, 'TOO_MANY_REQUESTS', `Too many requests; try again in ${wait} seconds.`);
  };
}

function bucketsAt(rate: number): TokenBuckets {
  return new TokenBuckets(rate, rate * BURST_S);
}

/** The address itself, or of IPv6 the network of 64 bits, of which one household has them all. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [front = '', back] = plain.split('%')[0]!.split('::');
  const left = front.split(':').filter(Boolean);
  const right = back?.split(':').filter(Boolean) ?? [];
  const gap = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...(back === undefined ? [] : gap), ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
