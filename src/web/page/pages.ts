import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Sessions } from '../../access/sessions.js';
import { voiceIn } from '../../wording/voice.js';
import { languageOf } from './language.js';
import { Layout, type Page } from './layout.view.js';
import type { PageContext } from './page-context.js';

/** Writes whole pages: the layout around a page's own content, in the language of the request. */
@Injectable()
export class Pages {
  constructor(private readonly sessions: Sessions) {}

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
    const html = renderToStaticMarkup(createElement(Layout, { context, page: pageOf(context) }));
    response.status(status).type('html').send(`<!DOCTYPE html>${html}`);
  }
}
