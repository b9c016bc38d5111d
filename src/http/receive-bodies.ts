import express, { type NextFunction, type Request, type Response } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { sendError } from './send-error.js';

/** The largest question or form, after unpacking. Documents travel through routes of their own. */
export const LARGEST_BODY_BYTES = 100_000;
const MOST_FORM_FIELDS = 200;
/** Routes that take files: they have limits of their own, and read nothing before the asker is known. */
const UPLOADS = /^\/leverancer\/?$/;
const READABLE = ['application/json', 'application/x-www-form-urlencoded'];

/** Reads questions and forms up to a size, and refuses every other body before it has been sent. */
export function receiveBodies(app: NestExpressApplication): void {
  app.use(refuseOtherBodies);
  app.use(express.json({ limit: LARGEST_BODY_BYTES }));
  // Flat fields only: a field that is an object of its own is no form of ours.
  app.use(
    express.urlencoded({ limit: LARGEST_BODY_BYTES, extended: false, parameterLimit: MOST_FORM_FIELDS }),
  );
}

function refuseOtherBodies(request: Request, response: Response, next: NextFunction): void {
  if (UPLOADS.test(request.path)) return next();
  const length = Number(request.headers['content-length'] ?? 0);
  const hasBody = length > 0 || request.headers['transfer-encoding'] !== undefined;
  const isTooLarge = length > LARGEST_BODY_BYTES;
  if (!hasBody || (!isTooLarge && request.is(READABLE))) return next();
  if (isTooLarge) {
    sendError(
      request,
      response,
      'TOO_LARGE',
      `The body is larger than ${LARGEST_BODY_BYTES / 1000} kB; send less.`,
    );
  } else {
    sendError(request, response, 'UNSUPPORTED_MEDIA_TYPE', `The body must be one of ${READABLE.join(', ')}.`);
  }
}
