import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowEverybody } from '../../access/access.guard.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { Statement } from './statement.view.js';

/** The two pages of the footer. /was is the address that the accessibility act's guidance gives the statement. */
@Controller()
@UseFilters(PageErrorsFilter)
export class StatementsController {
  constructor(private readonly pages: Pages) {}

  @Get('was')
  @AllowEverybody()
  accessibility(@Req() request: Request, @Res() response: Response): void {
    this.pages.send(request, response, ({ voice: { words } }) => {
      const title = words.page.accessibilityStatement;
      return {
        title,
        content: createElement(Statement, { title, paragraphs: words.statements.accessibility }),
      };
    });
  }

  @Get('privatliv')
  @AllowEverybody()
  privacy(@Req() request: Request, @Res() response: Response): void {
    this.pages.send(request, response, ({ voice: { words } }) => {
      const title = words.page.privacyPolicy;
      return { title, content: createElement(Statement, { title, paragraphs: words.statements.privacy }) };
    });
  }
}
