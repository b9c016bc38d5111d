import {
  Body,
  Controller,
  Get,
  NotFoundException,
  Param,
  Post,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { offsetOf, pageAsked, PER_PAGE } from '../elements/offset-paging.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { CLERKS } from '../page-roles.js';
import {
  CancelImport,
  ConsequencesQuery,
  DeliveriesQuery,
  DeliveryQuery,
  RollBack,
  type ShownDelivery,
  type ShownRun,
} from './deliveries.query.js';
import { DeliveryList } from './delivery-list.view.js';
import { DeliveryPage } from './delivery.view.js';
import { isReason, textIn } from '../elements/form-fields.js';
import { REASON_FIELD, RollbackPage } from './rollback.view.js';

const PROBLEMS = ['file', 'busy', 'large'] as const;

@Controller('leverancer')
@UseFilters(PageErrorsFilter)
export class DeliveriesController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  /** `?fejl=` tells why an upload was refused. */
  @Get()
  @AllowRoles(...CLERKS)
  async list(
    @Query('side') side: unknown,
    @Query('fejl') refused: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const page = pageAsked(side);
    const identity = this.sessions.identityOf(request);
    const variables = { first: PER_PAGE, offset: offsetOf(page) };
    const answer = await this.ask.ask(DeliveriesQuery, variables, identity, request);
    const problem = PROBLEMS.find((each) => each === refused);
    response.status(problem ? 422 : 200);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.deliveries.title,
      content: createElement(DeliveryList, {
        voice,
        page,
        problem,
        runs: answer.importRuns,
        total: answer.importRunCount,
        decidesTexts: identity?.role === 'REGISTER_CLERK',
      }),
    }));
  }

  @Get(':id')
  @AllowRoles(...CLERKS)
  async show(
    @Param('id') id: string,
    @Query('besked') said: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const run = await this.runOf(id, request);
    const identity = this.sessions.identityOf(request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.deliveries.run.title(run.dropName),
      crumbs: [{ text: voice.words.deliveries.title, href: '/leverancer' }],
      content: createElement(DeliveryPage, {
        voice,
        run,
        mayCancel: run.authority !== null && run.authority === identity?.authority,
        message: said === 'rullet-tilbage' ? voice.words.deliveries.rollBack.done : undefined,
      }),
    }));
  }

  @Post(':id/afbryd')
  @AllowRoles(...CLERKS)
  async cancel(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.ask.ask(CancelImport, { id }, this.sessions.identityOf(request), request);
    response.redirect(303, `/leverancer/${id}`);
  }

  @Get(':id/tilbagerulning/:deliveryId')
  @AllowRoles(...CLERKS)
  async askRollback(
    @Param('id') id: string,
    @Param('deliveryId') deliveryId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.sendRollback(request, response, { id, deliveryId, reason: '', isRefused: false });
  }

  @Post(':id/tilbagerulning/:deliveryId')
  @AllowRoles(...CLERKS)
  async rollBack(
    @Param('id') id: string,
    @Param('deliveryId') deliveryId: string,
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reason = textIn(form, REASON_FIELD);
    if (!isReason(reason)) {
      response.status(422);
      await this.sendRollback(request, response, { id, deliveryId, reason, isRefused: true });
      return;
    }
    await this.ask.ask(
      RollBack,
      { input: { deliveryId, reason } },
      this.sessions.identityOf(request),
      request,
    );
    response.redirect(303, `/leverancer/${id}?besked=rullet-tilbage`);
  }

  private async sendRollback(
    request: Request,
    response: Response,
    asked: { id: string; deliveryId: string; reason: string; isRefused: boolean },
  ): Promise<void> {
    const run = await this.runOf(asked.id, request);
    const delivery = deliveryOf(run, asked.deliveryId);
    const { rollbackConsequences: consequences } = await this.ask.ask(
      ConsequencesQuery,
      { deliveryId: asked.deliveryId },
      this.sessions.identityOf(request),
      request,
    );
    if (!delivery || !consequences) throw new NotFoundException();
    this.pages.send(request, response, ({ voice }) => {
      const { deliveries } = voice.words;
      const problem = { field: REASON_FIELD, text: deliveries.row.reasonMissing };
      return {
        title: deliveries.rollBack.title,
        crumbs: [
          { text: deliveries.title, href: '/leverancer' },
          { text: deliveries.run.title(run.dropName), href: `/leverancer/${run.id}` },
        ],
        content: createElement(RollbackPage, {
          voice,
          run,
          delivery,
          consequences,
          reason: asked.reason,
          problems: asked.isRefused ? [problem] : [],
        }),
      };
    });
  }

  private async runOf(id: string, request: Request): Promise<ShownRun> {
    const identity = this.sessions.identityOf(request);
    const { importRun } = await this.ask.ask(DeliveryQuery, { id }, identity, request);
    if (!importRun) throw new NotFoundException();
    return importRun;
  }
}

function deliveryOf(run: ShownRun, id: string): ShownDelivery | undefined {
  return run.deliveries.find((delivery) => delivery.id === id);
}
