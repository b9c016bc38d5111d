import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ErrorCode } from '../domain/shared/expected-error.js';
import { shownError } from '../graphql/shown-error.js';
import { sendError } from './send-error.js';

/** Whatever goes wrong outside a page and a question: one clear message, and nothing of what went wrong inside. */
@Catch()
export class AnyErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<'http' | 'graphql'>() !== 'http') throw error; // questions have their own way of showing errors
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const known = knownError(error);
    if (known) return sendError(request, response, ...known);
    const shown = shownError(error, randomUUID, (cause, reference) =>
      this.logger.error({ reference, cause }),
    );
    sendError(request, response, shown.extensions['code'] as ErrorCode, shown.message);
  }
}

function knownError(error: unknown): [ErrorCode, string] | undefined {
  const { status, type, cause } = (error ?? {}) as {
    status?: unknown;
    type?: unknown;
    cause?: { type?: unknown };
  };
  const code = error instanceof HttpException ? error.getStatus() : status;
  if (typeof code !== 'number' || code < 400 || code >= 500) return undefined;
  if (code === 404) return ['NOT_FOUND', 'There is nothing at this address.'];
  if (code === 413) return ['TOO_LARGE', 'The body is larger than can be received here; send less.'];
  if (code === 415) return ['UNSUPPORTED_MEDIA_TYPE', 'The encoding of the body is not known here.'];
  if ((type ?? cause?.type) === 'entity.parse.failed') return ['MALFORMED', 'The body is not JSON.'];
  return ['MALFORMED', 'The request cannot be read: its address or its body is broken.'];
}
