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
import { voiceIn } from '../../wording/voice.js';
import { languageOf } from '../page/language.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { isStaff, STAFF } from '../page-roles.js';
import { contestChoices } from './contest-choices.js';
import { CONTEST_FIELDS, ContestsPage } from './contests.view.js';
import { draftOf, EMPTY_DRAFT, type Draft, type DraftReader } from '../elements/draft.js';
import { saveDraft, untouched, type ShownDraft } from '../elements/save-draft.js';
import {
  AnswerContest,
  ContestData,
  ContestsQuery,
  WithdrawContest,
  type ContestedFacility,
} from './judgement.query.js';

type Form = Record<string, unknown> | undefined;
const ANSWERS = ['TAKEN_UP', 'CORRECTED', 'UPHELD'] as const;

@Controller('tilbud/:id/indsigelser')
@UseFilters(PageErrorsFilter)
export class ContestsController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly asking: Ask,
  ) {}

  @Get()
  @AllowRoles(...STAFF, 'FACILITY_USER')
  async show(
    @Param('id') id: string,
    @Query('gemt') saved: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const facility = await this.find(id, request);
    this.send(facility, request, response, untouched(saved));
  }

  @Post()
  @AllowRoles('FACILITY_USER')
  async contest(
    @Param('id') id: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const voice = voiceIn(languageOf(request, response));
    const facility = await this.find(id, request);
    await this.save(facility, draftOf(form), request, response, (reader, draft) => {
      const { contests, problems } = voice.words.judgement;
      const chosen = contestChoices(facility, voice).find(
        ({ value }) => value === draft[CONTEST_FIELDS.what],
      );
      if (!chosen) reader.problem(CONTEST_FIELDS.what, problems.choose(contests.what));
      const claim = reader.text(CONTEST_FIELDS.claim, contests.claim);
      return () => this.ask(ContestData, { input: { ...chosen!.input, claim } }, request);
    });
  }

  @Post(':contestId/fortryd')
  @AllowRoles('FACILITY_USER')
  async withdraw(
    @Param('id') id: string,
    @Param('contestId') contestId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const facility = await this.find(id, request);
    await this.save(
      facility,
      EMPTY_DRAFT,
      request,
      response,
      () => () => this.ask(WithdrawContest, { id: contestId }, request),
    );
  }

  @Post(':contestId/svar')
  @AllowRoles('PLANNER', 'REGISTER_CLERK', 'AUTHORITY_MANAGER')
  async answer(
    @Param('id') id: string,
    @Param('contestId') contestId: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const facility = await this.find(id, request);
    const { contests } = voiceIn(languageOf(request, response)).words.judgement;
    const [decision, explanation] = [`afgoerelse-${contestId}`, `svar-${contestId}`];
    const draft = draftOf({ [decision]: form?.['afgoerelse'], [explanation]: form?.['svar'] });
    await this.save(facility, draft, request, response, (reader) => {
      const step = reader.choice(decision, contests.decision, ANSWERS);
      const text =
        step === 'TAKEN_UP' && draft[decision] === step
          ? undefined
          : reader.text(explanation, contests.explanation);
      return () => this.ask(AnswerContest, { input: { id: contestId, step, explanation: text } }, request);
    });
  }

  /** Saves, or shows the page again with all that was written and what is wrong with it. */
  private async save(
    facility: ContestedFacility,
    draft: Draft,
    request: Request,
    response: Response,
    read: (reader: DraftReader, draft: Draft) => () => Promise<unknown>,
  ): Promise<void> {
    await saveDraft({
      draft,
      voice: voiceIn(languageOf(request, response)),
      response,
      next: `/tilbud/${facility.id}/indsigelser?gemt=ja`,
      read: (reader) => read(reader, draft),
      show: (shown) => this.send(facility, request, response, shown),
    });
  }

  private async find(id: string, request: Request): Promise<ContestedFacility> {
    const { facility } = await this.ask(ContestsQuery, { id }, request);
    if (!facility) throw new NotFoundException();
    return facility;
  }

  private send(facility: ContestedFacility, request: Request, response: Response, shown: ShownDraft): void {
    const identity = this.sessions.expectIdentity(request);
    this.pages.send(request, response, ({ voice }) => ({
      title: `${voice.words.judgement.contests.title}: ${facility.name}`,
      crumbs: [
        ...(isStaff(identity.role) ? [{ text: voice.words.workList.title, href: '/tilsyn' }] : []),
        { text: facility.name, href: `/tilbud/${facility.id}` },
      ],
      content: createElement(ContestsPage, { voice, facility, identity, ...shown }),
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
