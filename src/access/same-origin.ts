import type { NextFunction, Request, Response } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that another site makes a browser send: a writing request must come from our own pages, or from a
 * program, which sends no cookie and no Origin.
 */
export function refuseCrossSite(request: Request, response: Response, next: NextFunction): void {
  if (SAFE_METHODS.has(request.method) || isOurs(request)) return next();
  response.status(403).type('text/plain').send('This request came from another site and was refused.');
}

function isOurs(request: Request): boolean {
  const sentFrom = request.headers['sec-fetch-site'];
  if (sentFrom !== undefined) return sentFrom === 'same-origin' || sentFrom === 'none';
  const { origin, host } = request.headers;
  if (origin === undefined)
    return request.headers.cookie === undefined || request.headers.authorization !== undefined;
  return URL.canParse(origin) && new URL(origin).host === host;
}
