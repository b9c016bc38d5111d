import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { errorPage } from './error-page.view.js';
import { Pages } from './pages.js';

/** Addresses that nothing answers: a page for people, a short message for programs. */
@Catch(NotFoundException)
export class NoSuchPageFilter implements ExceptionFilter {
  constructor(private readonly pages: Pages) {}

  catch(error: NotFoundException, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (request.accepts(['json', 'html']) === 'html') {
      this.pages.send(request, response, ({ voice }) => errorPage(voice, 'NOT_FOUND', undefined), 404);
      return;
    }
    response.status(404).json({ code: 'NOT_FOUND', message: 'There is nothing at this address.' });
  }
}
