import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { httpStatusOf, shownError } from '../../graphql/shown-error.js';
import { errorPage } from './error-page.view.js';
import { Pages } from './pages.js';

type Code = Parameters<typeof httpStatusOf>[0];

/** Turns what a page throws into a page: sign in first, no access, no such page, bad input, our fault. */
@Catch()
export class PageErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Pages');

  constructor(private readonly pages: Pages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const { code, reference } = this.judge(error);
    if (code === 'UNAUTHENTICATED') {
      const next = request.method === 'GET' ? `?videre=${encodeURIComponent(request.originalUrl)}` : '';
      response.redirect(303, `/log-ind${next}`);
      return;
    }
    this.pages.send(request, response, ({ voice }) => errorPage(voice, code, reference), httpStatusOf(code));
  }

  private judge(error: unknown): { code: Code; reference?: string } {
    if (error instanceof HttpException && error.getStatus() < 500) {
      return { code: error.getStatus() === 404 ? 'NOT_FOUND' : 'BAD_INPUT' };
    }
    let reference: string | undefined;
    const shown = shownError(error, randomUUID, (cause, number) => {
      reference = number;
      this.logger.error({ reference, cause });
    });
    return { code: shown.extensions['code'] as Code, reference };
  }
}
