import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { TASK_HOLDERS } from '../page-roles.js';
import { TasksQuery } from './judgement.query.js';
import { Tasks } from './tasks.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class TasksController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('opgaver')
  @AllowRoles(...TASK_HOLDERS)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const identity = this.sessions.expectIdentity(request);
    const answer = await this.ask.ask(
      TasksQuery,
      {
        withOverrides: identity.role !== 'REGISTER_CLERK',
        withContests: identity.role !== 'VISITING_INSPECTOR',
      },
      identity,
      request,
    );
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.judgement.tasks.title,
      content: createElement(Tasks, {
        voice,
        overrides: answer.awaitingOverrides ?? undefined,
        contests: answer.unansweredContests ?? undefined,
      }),
    }));
  }
}
