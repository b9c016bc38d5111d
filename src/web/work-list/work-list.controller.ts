import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { VariablesOf } from 'gql.tada';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { STAFF } from '../page-roles.js';
import { today } from '../today.js';
import { readWorkListRequest } from './read-work-list-request.js';
import { SORTS, type WorkListRequest } from './work-list-request.js';
import { WorkListQuery } from './work-list.query.js';
import { WorkList } from './work-list.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class WorkListController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('tilsyn')
  @AllowRoles(...STAFF)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = readWorkListRequest(new URLSearchParams(request.originalUrl.split('?')[1]));
    const isValid = asked.problems.length === 0;
    const answer = await this.ask.ask(
      WorkListQuery,
      { ...variablesOf(asked.request), withList: isValid },
      this.sessions.identityOf(request),
      request,
    );
    response.status(isValid ? 200 : 422);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.workList.title,
      content: createElement(WorkList, { voice, ...asked, answer, today: today() }),
    }));
  }
}

function variablesOf(request: WorkListRequest): Omit<VariablesOf<typeof WorkListQuery>, 'withList'> {
  const { search, municipality, band, authority, facilityType, unit, perPage, page } = request;
  return {
    filter: {
      search,
      municipalityCode: municipality,
      band,
      authority,
      facilityType,
      responsibleUnit: unit,
    },
    order: {
      by: SORTS[request.sort].by,
      direction: request.isDescending ? 'DESCENDING' : 'ASCENDING',
    },
    first: perPage,
    offset: (page - 1) * perPage,
  };
}
