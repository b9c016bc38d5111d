import { Body, Controller, Get, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { STAFF } from '../page-roles.js';
import { RevokeSubscription, Subscribe, SubscriptionsQuery } from './subscriptions.query.js';
import { Subscriptions } from './subscriptions.view.js';

@Controller('kalender/abonnement')
@UseFilters(PageErrorsFilter)
export class SubscriptionsController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get()
  @AllowRoles(...STAFF)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.send(request, response, undefined);
  }

  /** Answers with the page itself instead of leading on: the address is shown here and nowhere else. */
  @Post()
  @AllowRoles(...STAFF)
  async subscribe(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const given = (name: string): string | undefined => {
      const value = form?.[name];
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const { subscribeToCalendar } = await this.ask.ask(
      Subscribe,
      { office: given('kontor'), inspector: given('tilsynsfoerende') },
      this.sessions.identityOf(request),
      request,
    );
    response.status(200);
    const address = `${request.protocol}://${request.get('host') ?? ''}${subscribeToCalendar.path}`;
    await this.send(request, response, address);
  }

  @Post('luk')
  @AllowRoles(...STAFF)
  async revoke(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.ask.ask(
      RevokeSubscription,
      { id: String(form?.['id']) },
      this.sessions.identityOf(request),
      request,
    );
    response.redirect(303, '/kalender/abonnement');
  }

  private async send(request: Request, response: Response, address: string | undefined): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const answer = await this.ask.ask(SubscriptionsQuery, {}, identity, request);
    const offices = answer.offices
      .filter(({ responsibleUnit }) => responsibleUnit === identity?.unit)
      .map(({ name }) => name);
    const inspectors = answer.inspectors.filter(({ responsibleUnit }) => responsibleUnit === identity?.unit);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.planning.subscription.title,
      crumbs: [{ text: voice.words.planning.calendar.title, href: '/kalender' }],
      content: createElement(Subscriptions, { voice, answer, offices, inspectors, address }),
    }));
  }
}
