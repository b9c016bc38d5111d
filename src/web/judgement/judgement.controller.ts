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
import type { TadaDocumentNode } from 'gql.tada';
import { createElement } from 'react';
import { AllowRoles } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { Ask } from '../../graphql/ask.js';
import { voiceIn, type Voice } from '../../wording/voice.js';
import { languageOf } from '../page/language.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { STAFF } from '../page-roles.js';
import { draftOf, type DraftReader } from '../elements/draft.js';
import { saveDraft, untouched, type ShownDraft } from '../elements/save-draft.js';
import { EVENT_FIELDS, SHARINGS } from './event-section.view.js';
import { FINDINGS_FIELDS } from './findings-section.view.js';
import {
  DecideOverride,
  JudgementQuery,
  LockFindings,
  ReportEvent,
  ResolveEvent,
  SetBand,
} from './judgement.query.js';
import { JudgementPage } from './judgement.view.js';
import { OVERRIDE_FIELDS } from './override-section.view.js';

type Form = Record<string, unknown> | undefined;
const BANDS = ['LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH'] as const;

@Controller('tilbud/:id/vurdering')
@UseFilters(PageErrorsFilter)
export class JudgementController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly asking: Ask,
  ) {}

  @Get()
  @AllowRoles(...STAFF)
  async show(
    @Param('id') id: string,
    @Query('gemt') saved: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(id, request, response, untouched(saved));
  }

  @Post('niveau')
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async setBand(
    @Param('id') id: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.save(id, form, request, response, (reader, { words }) => {
      const { override } = words.judgement;
      const input = {
        facilityId: id,
        band: reader.choice(OVERRIDE_FIELDS.band, override.band, BANDS),
        reasonCode: reader.chosen(OVERRIDE_FIELDS.reason, override.reason),
        explanation: reader.text(OVERRIDE_FIELDS.explanation, override.explanation),
        expiresOn: reader.day(OVERRIDE_FIELDS.expiresOn, override.expiresOn),
      };
      return () => this.ask(SetBand, { input }, request);
    });
  }

  @Post('niveau/:overrideId')
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async decide(
    @Param('id') id: string,
    @Param('overrideId') overrideId: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.save(id, form, request, response, (reader, { words }) => {
      const step = reader.choice('trin', words.judgement.tasks.state, ['CONFIRMED', 'REFUSED', 'WITHDRAWN']);
      return () => this.ask(DecideOverride, { input: { id: overrideId, step } }, request);
    });
  }

  @Post('haendelse')
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async report(
    @Param('id') id: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.save(id, form, request, response, (reader, { words }) => {
      const { events } = words.judgement;
      const sharing = reader.choice(EVENT_FIELDS.sharing, events.sharing, SHARINGS);
      const input = {
        facilityId: id,
        kind: reader.chosen(EVENT_FIELDS.kind, events.kind),
        isForOwnUnitOnly: sharing !== 'ALLE',
        derivesFromConcern: sharing === 'HENVENDELSE',
        occurredOn: reader.day(EVENT_FIELDS.occurredOn, events.occurredOn),
        description: reader.text(EVENT_FIELDS.description, events.description),
      };
      return () => this.ask(ReportEvent, { input }, request);
    });
  }

  @Post('haendelse/:eventId')
  @AllowRoles('VISITING_INSPECTOR', 'PLANNER', 'AUTHORITY_MANAGER')
  async resolve(
    @Param('id') id: string,
    @Param('eventId') eventId: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const field = `loesning-${eventId}`;
    await this.save(id, { [field]: form?.['loesning'] }, request, response, (reader, { words }) => {
      const explanation = reader.text(field, words.judgement.events.resolution);
      return () => this.ask(ResolveEvent, { input: { id: eventId, explanation } }, request);
    });
  }

  @Post('fund')
  @AllowRoles('VISITING_INSPECTOR')
  async lock(
    @Param('id') id: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.save(id, form, request, response, (reader, { words }) => {
      const { blind } = words.judgement;
      const input = {
        facilityId: id,
        visitedOn: reader.day(FINDINGS_FIELDS.visitedOn, blind.visitedOn),
        hasSeriousFinding: reader.choice(FINDINGS_FIELDS.serious, blind.serious, ['JA', 'NEJ']) === 'JA',
        conclusion: reader.text(FINDINGS_FIELDS.conclusion, blind.conclusion),
      };
      return () => this.ask(LockFindings, { input }, request);
    });
  }

  /** Saves what the form says, or shows the page again with all that was written and what is wrong with it. */
  private async save(
    id: string,
    form: Form,
    request: Request,
    response: Response,
    read: (reader: DraftReader, voice: Voice) => () => Promise<unknown>,
  ): Promise<void> {
    const voice = voiceIn(languageOf(request, response));
    await saveDraft({
      draft: draftOf(form),
      voice,
      response,
      next: `/tilbud/${encodeURIComponent(id)}/vurdering?gemt=ja`,
      read: (reader) => read(reader, voice),
      show: (shown) => this.send(id, request, response, shown),
    });
  }

  private async send(id: string, request: Request, response: Response, shown: ShownDraft): Promise<void> {
    const identity = this.sessions.expectIdentity(request);
    const answer = await this.ask(JudgementQuery, { id }, request);
    const { facility } = answer;
    if (!facility) throw new NotFoundException();
    this.pages.send(request, response, ({ voice }) => ({
      title: `${voice.words.judgement.title}: ${facility.name}`,
      crumbs: [
        { text: voice.words.workList.title, href: '/tilsyn' },
        { text: facility.name, href: `/tilbud/${facility.id}` },
      ],
      content: createElement(JudgementPage, { voice, facility, answer, identity, ...shown }),
    }));
  }

  private ask<Result, Variables extends Record<string, unknown>>(
    document: TadaDocumentNode<Result, Variables>,
    variables: Variables,
    request: Request,
  ): Promise<Result> {
    return this.asking.ask(document, variables, this.sessions.identityOf(request), request);
  }
}
