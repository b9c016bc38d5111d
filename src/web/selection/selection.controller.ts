import { Body, Controller, Get, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { voiceIn } from '../../wording/voice.js';
import { draftOf, EMPTY_DRAFT, type Draft, type DraftReader } from '../elements/draft.js';
import { saveDraft, untouched, type ShownDraft } from '../elements/save-draft.js';
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
    await this.send(request, response, untouched(saved));
  }

  @Post('andel')
  @AllowRoles(...SELECTION_READERS)
  async setShare(@Body() form: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { share: words } = voiceIn(languageOf(request, response)).words.selection;
    const draft = draftOf(form);
    await this.save(draft, request, response, (reader) => {
      const percent = Number((draft[SHARE_FIELDS.percent] ?? '').trim().replace(',', '.') || 'nothing');
      if (!(percent >= 0 && percent <= 100)) reader.problem(SHARE_FIELDS.percent, words.problem);
      const input = { share: percent / 100, reason: reader.text(SHARE_FIELDS.reason, words.reason) };
      return () => this.ask.ask(SetShare, { input }, this.sessions.identityOf(request), request);
    });
  }

  @Post('andel/:changeId')
  @AllowRoles(...SELECTION_READERS)
  async agree(
    @Param('changeId') changeId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.save(
      EMPTY_DRAFT,
      request,
      response,
      () => () => this.ask.ask(AgreeToShare, { changeId }, this.sessions.identityOf(request), request),
    );
  }

  private async save(
    draft: Draft,
    request: Request,
    response: Response,
    read: (reader: DraftReader) => () => Promise<unknown>,
  ): Promise<void> {
    await saveDraft({
      draft,
      voice: voiceIn(languageOf(request, response)),
      response,
      next: '/udtagelse?gemt=ja#andel',
      read: (reader) => {
        const write = read(reader);
        return () => write().finally(() => this.shares.forget());
      },
      show: (shown) => this.send(request, response, shown),
    });
  }

  private async send(request: Request, response: Response, shown: ShownDraft): Promise<void> {
    const identity = this.sessions.expectIdentity(request);
    const asManager = identity.role === 'AUTHORITY_MANAGER';
    const answer = await this.ask.ask(SelectionQuery, { asManager }, identity, request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.selection.title,
      content: createElement(SelectionPage, { voice, answer, identity, ...shown }),
    }));
  }
}
