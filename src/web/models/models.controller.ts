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
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { Ask } from '../../graphql/ask.js';
import { voiceIn } from '../../wording/voice.js';
import { draftOf } from '../elements/draft.js';
import { saveDraft, untouched, type ShownDraft } from '../elements/save-draft.js';
import { languageOf } from '../page/language.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { ApproveModels, ModelsQuery, RollBackModels, VersionQuery } from './models.query.js';
import { ModelsPage } from './models.view.js';
import { VersionPage, REASON_FIELD } from './version.view.js';

type Form = Record<string, unknown> | undefined;

/** The registry of models, for those who answer for them. */
@Controller('modeller')
@UseFilters(PageErrorsFilter)
export class ModelsController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly asking: Ask,
  ) {}

  @Get()
  @AllowRoles('MODEL_OWNER')
  async show(
    @Query('gemt') saved: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const answer = await this.asking.ask(ModelsQuery, {}, this.sessions.identityOf(request), request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.models.title,
      content: createElement(ModelsPage, { voice, answer, isSaved: saved === 'ja' }),
    }));
  }

  /** `?foelger=ja` scores all places by the version to tell what would change; the forms stand below that alone. */
  @Get(':version')
  @AllowRoles('MODEL_OWNER')
  async version(
    @Param('version') version: string,
    @Query('foelger') consequences: unknown,
    @Query('tilbage') isRollback: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { consequences: consequences === 'ja', isRollback: isRollback === 'ja' };
    await this.send(numberOf(version), asked, request, response, untouched());
  }

  @Post(':version/godkend')
  @AllowRoles('MODEL_OWNER')
  async approve(
    @Param('version') version: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const number = numberOf(version);
    await this.decide(number, false, form, request, response, (reason) =>
      this.asking.ask(
        ApproveModels,
        { input: { version: number, reason } },
        this.sessions.identityOf(request),
        request,
      ),
    );
  }

  /** The version in the address is the one that scores afterwards, whose consequences were shown. */
  @Post(':version/tilbagerul')
  @AllowRoles('MODEL_OWNER')
  async rollBack(
    @Param('version') version: string,
    @Body() form: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const number = numberOf(version);
    await this.decide(number, true, form, request, response, async (reason) => {
      const { modelRegistry } = await this.asking.ask(ModelsQuery, {}, identity, request);
      if (modelRegistry.afterRollback !== number) {
        throw new ExpectedError('CONFLICT', `Version ${number} is not what a rollback leads to any more.`);
      }
      return this.asking.ask(RollBackModels, { reason }, identity, request);
    });
  }

  private async decide(
    version: number,
    isRollback: boolean,
    form: Form,
    request: Request,
    response: Response,
    write: (reason: string) => Promise<unknown>,
  ): Promise<void> {
    const voice = voiceIn(languageOf(request, response));
    await saveDraft({
      draft: draftOf(form),
      voice,
      response,
      next: '/modeller?gemt=ja',
      read: (reader) => {
        const reason = reader.text(REASON_FIELD, voice.words.models.reason);
        return () => write(reason);
      },
      show: (shown) => this.send(version, { consequences: true, isRollback }, request, response, shown),
    });
  }

  private async send(
    version: number,
    { consequences, isRollback }: { consequences: boolean; isRollback: boolean },
    request: Request,
    response: Response,
    shown: ShownDraft,
  ): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { modelRegistry } = await this.asking.ask(ModelsQuery, {}, identity, request);
    const kept = modelRegistry.versions.find((each) => each.version === version);
    if (!kept) throw new NotFoundException();
    const { inForce } = modelRegistry;
    const answer = await this.asking.ask(
      VersionQuery,
      {
        version,
        against: inForce,
        isCompared: inForce !== null && inForce !== version,
        withConsequences: consequences,
      },
      identity,
      request,
    );
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.models.version(version),
      crumbs: [{ text: voice.words.models.title, href: '/modeller' }],
      content: createElement(VersionPage, {
        voice,
        version,
        registry: modelRegistry,
        answer,
        isRollback: isRollback && modelRegistry.afterRollback === version,
        ...shown,
      }),
    }));
  }
}

function numberOf(version: string): number {
  if (!/^[1-9]\d{0,8}$/.test(version)) throw new NotFoundException();
  return Number(version);
}
