import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { QUALITY_READERS } from '../page-roles.js';
import { QualityQuery } from './quality.query.js';
import { QualityPage } from './quality.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class QualityController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('datakvalitet')
  @AllowRoles(...QUALITY_READERS)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { dataQuality } = await this.ask.ask(QualityQuery, {}, this.sessions.identityOf(request), request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.quality.title,
      content: createElement(QualityPage, { voice, quality: dataQuality }),
    }));
  }
}
