import type { NextFunction, Request, Response } from 'express';
import { sendError } from './send-error.js';

/** Whoever reads the address of a request needs it to be one; a program that finds none may show its inside. */
export function refuseBrokenAddress(request: Request, response: Response, next: NextFunction): void {
  if (!isHost(request.headers.host)) {
    return sendError(request, response, 'MALFORMED', 'The header Host is missing or no name of a host.');
  }
  if (!isPath(request.originalUrl)) {
    return sendError(request, response, 'MALFORMED', 'The address must be a path of this service.');
  }
  next();
}

function isHost(host: string | undefined): boolean {
  return host !== undefined && /^[A-Za-z0-9.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`);
}

// Two slashes at the front would name another host where the address is read as one.
function isPath(address: string): boolean {
  return /^\/(?![/\\])/.test(address) && URL.canParse(address, 'http://host.invalid');
}
