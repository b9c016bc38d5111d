import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Sessions } from '../../access/sessions.js';
import { voiceIn } from '../../wording/voice.js';
import { languageOf } from './language.js';
import { Layout, type Page } from './layout.view.js';
import { isStaff } from '../page-roles.js';
import type { PageContext } from './page-context.js';
import { ReducedSharesReader, type ReducedShares } from './reduced-shares.js';

/** Writes whole pages: the layout around a page's own content, in the language of the request. */
@Injectable()
export class Pages {
  private readonly logger = new Logger('Pages');

  constructor(
    private readonly sessions: Sessions,
    private readonly shares: ReducedSharesReader,
  ) {}

  send(
    request: Request,
    response: Response,
    pageOf: (context: PageContext) => Page,
    status = response.statusCode,
  ): void {
    const context: PageContext = {
      voice: voiceIn(languageOf(request, response)),
      identity: this.sessions.identityOf(request),
      path: request.originalUrl,
    };
    const page = pageOf(context);
    const write = (shares: ReducedShares): void => {
      const html = renderToStaticMarkup(createElement(Layout, { context, page, shares }));
      response.status(status).type('html').send(`<!DOCTYPE html>${html}`);
    };
    const { identity } = context;
    if (!identity || !isStaff(identity.role)) return write([]);
    this.shares
      .read(identity, request)
      .then(write)
      .catch((error: unknown) => {
        this.logger.error(error);
        response.destroy();
      });
  }
}
