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
import type { Voice } from '../../wording/voice.js';
import type { Problem } from '../elements/error-summary.view.js';
import { isReason, textIn, textsIn } from '../elements/form-fields.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { CLERKS } from '../page-roles.js';
import { FacilityRecordsPage } from './facility-records.view.js';
import { FacilityRecordsQuery, MergeFacilities, SplitFacility } from './matching.query.js';

const PLACE = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

@Controller('tilbud')
@UseFilters(PageErrorsFilter)
export class FacilityRecordsController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get(':id/enheder')
  @AllowRoles(...CLERKS)
  async show(
    @Param('id') id: string,
    @Query('besked') said: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(request, response, id, said === 'afgjort', () => []);
  }

  @Post(':id/opdel')
  @AllowRoles('REGISTER_CLERK')
  async split(
    @Param('id') id: string,
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const [leavingKeys, expectedKeys] = [textsIn(form, 'enhed'), textsIn(form, 'set')];
    const reason = textIn(form, 'begrundelse');
    const isSome = leavingKeys.length > 0 && leavingKeys.length < expectedKeys.length;
    if (!isSome || !isReason(reason)) {
      response.status(422);
      return this.send(request, response, id, false, ({ words: { matching } }) => [
        ...(isSome ? [] : [{ field: 'enhed-0', text: matching.facility.chooseSome }]),
        ...(isReason(reason) ? [] : [{ field: 'begrundelse', text: matching.pair.reasonMissing }]),
      ]);
    }
    await this.decide(
      request,
      response,
      id,
      () =>
        this.ask.ask(
          SplitFacility,
          { input: { facilityId: id, leavingKeys, expectedKeys, reason } },
          this.sessions.identityOf(request),
          request,
        ),
      (voice) => ({ field: 'enhed-0', text: voice.words.matching.facility.changed }),
    );
  }

  @Post(':id/saml')
  @AllowRoles('REGISTER_CLERK')
  async merge(
    @Param('id') id: string,
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const otherFacilityId = PLACE.exec(textIn(form, 'andet'))?.[0];
    const reason = textIn(form, 'begrundelse');
    if (otherFacilityId === undefined || !isReason(reason)) {
      response.status(422);
      return this.send(request, response, id, false, ({ words: { matching } }) => [
        ...(otherFacilityId === undefined ? [{ field: 'andet', text: matching.facility.notAPlace }] : []),
        ...(isReason(reason) ? [] : [{ field: 'begrundelse-saml', text: matching.pair.reasonMissing }]),
      ]);
    }
    await this.decide(
      request,
      response,
      id,
      () =>
        this.ask.ask(
          MergeFacilities,
          { input: { facilityId: id, otherFacilityId, reason } },
          this.sessions.identityOf(request),
          request,
        ),
      (voice) => ({ field: 'andet', text: voice.words.matching.facility.notAPlace }),
    );
  }

  /** What somebody else changed meanwhile, or what stands for no other place, is said at the form. */
  private async decide(
    request: Request,
    response: Response,
    id: string,
    command: () => Promise<unknown>,
    problemIn: (voice: Voice) => Problem,
  ): Promise<void> {
    try {
      await command();
    } catch (error) {
      if (!(error instanceof ExpectedError) || !['CONFLICT', 'BAD_INPUT', 'NOT_FOUND'].includes(error.code))
        throw error;
      response.status(error.code === 'CONFLICT' ? 409 : 422);
      return this.send(request, response, id, false, (voice) => [problemIn(voice)]);
    }
    response.redirect(303, `/tilbud/${id}/enheder?besked=afgjort`);
  }

  private async send(
    request: Request,
    response: Response,
    id: string,
    isDone: boolean,
    problemsIn: (voice: Voice) => readonly Problem[],
  ): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { facility } = await this.ask.ask(FacilityRecordsQuery, { id }, identity, request);
    if (!facility) throw new NotFoundException();
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.matching.facility.title(facility.name),
      crumbs: [
        { text: voice.words.workList.title, href: '/tilsyn' },
        { text: facility.name, href: `/tilbud/${facility.id}` },
      ],
      content: createElement(FacilityRecordsPage, {
        voice,
        facility,
        isDone,
        problems: problemsIn(voice),
        mayDecide: identity?.role === 'REGISTER_CLERK',
      }),
    }));
  }
}
