import { Body, Controller, Get, NotFoundException, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { Ask } from '../../graphql/ask.js';
import { isReason, textIn } from '../elements/form-fields.js';
import { offsetOf, pageAsked, PER_PAGE } from '../elements/offset-paging.js';
import { localPath, withParameter } from '../page/local-path.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { CLERKS } from '../page-roles.js';
import { DecideMatch, PairQuery, QueueQuery, UndoDecision } from './matching.query.js';
import { pairPath } from './pair-path.js';
import { PairPage } from './pair.view.js';
import { QueuePage } from './queue.view.js';
import { QUEUE_ORDERS, readQueueRequest, REGISTER_PAIRS } from './queue-request.js';

type Wrong = 'reason' | 'meanwhile' | undefined;

@Controller('sammenfald')
@UseFilters(PageErrorsFilter)
export class MatchingController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get()
  @AllowRoles(...CLERKS)
  async queue(
    @Query('side') side: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = new URLSearchParams(request.originalUrl.split('?')[1]);
    const wanted = readQueueRequest(asked, pageAsked(side));
    const registers = wanted.registers === undefined ? undefined : REGISTER_PAIRS[wanted.registers];
    const { matchQueue } = await this.ask.ask(
      QueueQuery,
      {
        order: QUEUE_ORDERS[wanted.order ?? ''] ?? 'MOST_UNCERTAIN',
        filter: { registers: registers ? [...registers] : null, authority: wanted.authority ?? null },
        first: PER_PAGE,
        offset: offsetOf(wanted.page),
      },
      this.sessions.identityOf(request),
      request,
    );
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.matching.title,
      content: createElement(QueuePage, { voice, request: wanted, queue: matchQueue }),
    }));
  }

  @Get('par')
  @AllowRoles(...CLERKS)
  async pair(@Req() request: Request, @Res() response: Response): Promise<void> {
    const asked = new URLSearchParams(request.originalUrl.split('?')[1]);
    const keys = { leftKey: asked.get('venstre') ?? '', rightKey: asked.get('hoejre') ?? '' };
    const wrong = asked.get('fejl') === 'begrundelse' ? 'reason' : undefined;
    const isDone = asked.get('besked') === 'afgjort';
    await this.sendPair(request, response, { ...keys, reason: '', wrong, isDone });
  }

  @Post('par')
  @AllowRoles('REGISTER_CLERK')
  async decide(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const [leftKey, rightKey] = [textIn(form, 'venstre'), textIn(form, 'hoejre')];
    const reason = textIn(form, 'begrundelse');
    const kind = textIn(form, 'afgoerelse') === 'MERGE' ? ('MERGE' as const) : ('NEVER_LINK' as const);
    const shown = { leftKey, rightKey, reason, isDone: false };
    if (!isReason(reason)) {
      response.status(422);
      return this.sendPair(request, response, { ...shown, wrong: 'reason' });
    }
    try {
      await this.ask.ask(
        DecideMatch,
        { input: { kind, leftKey, rightKey, reason, seenDecisionId: textIn(form, 'set') || null } },
        this.sessions.identityOf(request),
        request,
      );
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.code !== 'CONFLICT') throw error;
      response.status(409);
      return this.sendPair(request, response, { ...shown, wrong: 'meanwhile' });
    }
    response.redirect(303, `${pairPath(leftKey, rightKey)}&besked=afgjort`);
  }

  @Post('fortryd')
  @AllowRoles('REGISTER_CLERK')
  async undo(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const back = localPath(textIn(form, 'tilbage')) ?? '/sammenfald';
    const reason = textIn(form, 'begrundelse');
    if (!isReason(reason)) return response.redirect(303, withParameter(back, 'fejl', 'begrundelse'));
    await this.ask.ask(
      UndoDecision,
      { input: { id: textIn(form, 'afgoerelse'), reason } },
      this.sessions.identityOf(request),
      request,
    );
    response.redirect(303, withParameter(back, 'besked', 'afgjort'));
  }

  private async sendPair(
    request: Request,
    response: Response,
    asked: { leftKey: string; rightKey: string; reason: string; wrong: Wrong; isDone: boolean },
  ): Promise<void> {
    const { leftKey, rightKey, reason, wrong, isDone } = asked;
    const identity = this.sessions.identityOf(request);
    const { matchPair: pair } = await this.ask.ask(PairQuery, { leftKey, rightKey }, identity, request);
    if (!pair?.left || !pair.right) throw new NotFoundException();
    const { left, right } = pair;
    this.pages.send(request, response, ({ voice }) => {
      const { matching } = voice.words;
      const texts = { reason: matching.pair.reasonMissing, meanwhile: matching.pair.meanwhile };
      return {
        title: matching.pair.title,
        crumbs: [{ text: matching.title, href: '/sammenfald' }],
        content: createElement(PairPage, {
          voice,
          pair,
          left,
          right,
          reason,
          isDone,
          mayDecide: identity?.role === 'REGISTER_CLERK',
          problems: wrong ? [{ field: 'begrundelse', text: texts[wrong] }] : [],
        }),
      };
    });
  }
}
