import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { voiceIn } from '../../wording/voice.js';
import type { Problem } from '../elements/error-summary.view.js';
import { DraftReader, draftOf, EMPTY_DRAFT, type Draft } from '../judgement/draft.js';
import { isRefusal } from '../judgement/judgement.controller.js';
import { languageOf } from '../page/language.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { ReducedSharesReader } from '../page/reduced-shares.js';
import { SELECTION_READERS } from '../page-roles.js';
import { AgreeToShare, SelectionQuery, SetShare } from './selection.query.js';
import { SelectionPage } from './selection.view.js';
import { SHARE_FIELDS } from './share-section.view.js';

type Form = Record<string, unknown> | undefined;

@Controller('udtagelse')
@UseFilters(PageErrorsFilter)
export class SelectionController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
    private readonly shares: ReducedSharesReader,
  ) {}

  @Get()
  @AllowRoles(...SELECTION_READERS)
  async show(
    @Query('gemt') saved: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(request, response, { draft: EMPTY_DRAFT, problems: [], isSaved: saved === 'ja' });
  }

  @Post('andel')
  @AllowRoles(...SELECTION_READERS)
  async setShare(@Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const voice = voiceIn(languageOf(request, response));
    const { share: words } = voice.words.selection;
    const draft = draftOf(form);
    const reader = new DraftReader(draft, voice);
    const percent = Number((draft[SHARE_FIELDS.percent] ?? '').trim().replace(',', '.') || 'nothing');
    if (!(percent >= 0 && percent <= 100)) reader.problem(SHARE_FIELDS.percent, words.problem);
    const reason = reader.text(SHARE_FIELDS.reason, words.reason);
    if (reader.problems.length === 0) {
      const input = { share: percent / 100, reason };
      await this.ask.ask(SetShare, { input }, this.sessions.identityOf(request), request);
      this.shares.forget();
      response.redirect(303, '/udtagelse?gemt=ja#andel');
      return;
    }
    response.status(422);
    await this.send(request, response, { draft, problems: reader.problems, isSaved: false });
  }

  @Post('andel/:changeId')
  @AllowRoles(...SELECTION_READERS)
  async agree(
    @Param('changeId') changeId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    try {
      await this.ask.ask(AgreeToShare, { changeId }, this.sessions.identityOf(request), request);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { refused } = voiceIn(languageOf(request, response)).words.judgement.problems;
      response.status(422);
      await this.send(request, response, {
        draft: EMPTY_DRAFT,
        problems: [{ field: undefined, text: refused }],
        isSaved: false,
      });
      return;
    }
    this.shares.forget();
    response.redirect(303, '/udtagelse?gemt=ja#andel');
  }

  private async send(
    request: Request,
    response: Response,
    shown: { draft: Draft; problems: readonly Problem[]; isSaved: boolean },
  ): Promise<void> {
    const identity = this.sessions.expectIdentity(request);
    const asManager = identity.role === 'AUTHORITY_MANAGER';
    const answer = await this.ask.ask(SelectionQuery, { asManager }, identity, request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.selection.title,
      content: createElement(SelectionPage, { voice, answer, identity, ...shown }),
    }));
  }
}
