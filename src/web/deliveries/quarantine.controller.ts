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
import type { Voice } from '../../wording/voice.js';
import type { Problem } from '../elements/error-summary.view.js';
import { offsetOf, pageAsked, PER_PAGE } from '../elements/offset-paging.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { CLERKS } from '../page-roles.js';
import { isReason, textIn } from '../elements/form-fields.js';
import { HeldTexts } from './held-texts.view.js';
import {
  DecideHeldText,
  HeldTextsQuery,
  MendRow,
  QuarantineQuery,
  RowQuery,
  type Fault,
  type RowToMend,
} from './quarantine.query.js';
import { mendInWords, QuarantinePage } from './quarantine.view.js';
import { REASON_FIELD } from './rollback.view.js';
import { CELL_PREFIX, LINE_FIELD, RowForm, type RowDraft } from './row-form.view.js';

@Controller('leverancer')
@UseFilters(PageErrorsFilter)
export class QuarantineController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly ask: Ask,
  ) {}

  @Get('tekster')
  @AllowRoles('REGISTER_CLERK')
  async heldTexts(
    @Query('besked') said: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const identity = this.sessions.identityOf(request);
    const { heldTexts } = await this.ask.ask(HeldTextsQuery, { first: PER_PAGE }, identity, request);
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.deliveries.heldTexts.title,
      crumbs: [{ text: voice.words.deliveries.title, href: '/leverancer' }],
      content: createElement(HeldTexts, { voice, texts: heldTexts, isDecided: said === 'afgjort' }),
    }));
  }

  @Post('tekster')
  @AllowRoles('REGISTER_CLERK')
  async decideText(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const input = { id: textIn(form, 'tekst'), isPersonNumber: textIn(form, 'personnummer') !== 'nej' };
    await this.ask.ask(DecideHeldText, { input }, this.sessions.identityOf(request), request);
    response.redirect(303, '/leverancer/tekster?besked=afgjort');
  }

  @Get('raekker/:rowId')
  @AllowRoles('REGISTER_CLERK')
  async row(
    @Param('rowId') rowId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const mendable = await this.rowOf(rowId, request);
    const draft = { cells: mendable.cells, text: mendable.row.rawText, reason: '' };
    this.sendRow(request, response, mendable, draft, () => []);
  }

  @Post('raekker/:rowId')
  @AllowRoles('REGISTER_CLERK')
  async mend(
    @Param('rowId') rowId: string,
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const mendable = await this.rowOf(rowId, request);
    const draft: RowDraft = {
      cells:
        mendable.cells?.map(({ column }) => ({ column, value: textIn(form, `${CELL_PREFIX}${column}`) })) ??
        null,
      text: textIn(form, LINE_FIELD),
      reason: textIn(form, REASON_FIELD),
    };
    if (!isReason(draft.reason)) {
      response.status(422);
      this.sendRow(request, response, mendable, draft, (voice) => [
        { field: REASON_FIELD, text: voice.words.deliveries.row.reasonMissing },
      ]);
      return;
    }
    const written = draft.cells ? { cells: draft.cells } : { text: draft.text };
    const { mendQuarantinedRow } = await this.ask.ask(
      MendRow,
      { input: { id: rowId, reason: draft.reason, ...written } },
      this.sessions.identityOf(request),
      request,
    );
    const { fault } = mendQuarantinedRow;
    if (fault) {
      response.status(422);
      this.sendRow(request, response, mendable, draft, (voice) => [problemOf(fault, draft, voice)]);
    } else {
      response.redirect(303, `/leverancer/${mendable.importRunId}/karantaene?besked=rettet`);
    }
  }

  @Get(':id/karantaene')
  @AllowRoles(...CLERKS)
  async list(
    @Param('id') id: string,
    @Query('side') side: unknown,
    @Query('besked') said: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const page = pageAsked(side);
    const identity = this.sessions.identityOf(request);
    const { importRun: quarantine } = await this.ask.ask(
      QuarantineQuery,
      { id, first: PER_PAGE, offset: offsetOf(page) },
      identity,
      request,
    );
    if (!quarantine) throw new NotFoundException();
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.deliveries.quarantine.title,
      crumbs: crumbsOf(voice, quarantine),
      content: createElement(QuarantinePage, {
        voice,
        quarantine,
        page,
        mayMend: identity?.role === 'REGISTER_CLERK',
        isMended: said === 'rettet',
      }),
    }));
  }

  private async rowOf(rowId: string, request: Request): Promise<RowToMend> {
    const identity = this.sessions.identityOf(request);
    const { quarantinedRow } = await this.ask.ask(RowQuery, { id: rowId }, identity, request);
    if (!quarantinedRow) throw new NotFoundException();
    return quarantinedRow;
  }

  private sendRow(
    request: Request,
    response: Response,
    mendable: RowToMend,
    draft: RowDraft,
    problemsIn: (voice: Voice) => readonly Problem[],
  ): void {
    this.pages.send(request, response, ({ voice }) => ({
      title: voice.words.deliveries.row.title(voice.number(mendable.row.lineNumber)),
      crumbs: [
        { text: voice.words.deliveries.title, href: '/leverancer' },
        {
          text: voice.words.deliveries.quarantine.title,
          href: `/leverancer/${mendable.importRunId}/karantaene`,
        },
      ],
      content: createElement(RowForm, { voice, mendable, draft, problems: problemsIn(voice) }),
    }));
  }
}

function crumbsOf(
  voice: Voice,
  { id, dropName }: { id: string; dropName: string },
): { text: string; href: string }[] {
  return [
    { text: voice.words.deliveries.title, href: '/leverancer' },
    { text: voice.words.deliveries.run.title(dropName), href: `/leverancer/${id}` },
  ];
}

/** What is still wrong, at the field where it stands: field, value, and how it is mended. */
function problemOf(fault: Fault, draft: RowDraft, voice: Voice): Problem {
  const { row: words } = voice.words.deliveries;
  const mend = mendInWords(voice, fault);
  const isShown = draft.cells?.some(({ column }) => column === fault.field) === true;
  const first = draft.cells?.[0];
  const place = isShown
    ? `${CELL_PREFIX}${fault.field}`
    : first
      ? `${CELL_PREFIX}${first.column}`
      : LINE_FIELD;
  if (fault.reason === 'CONFLICTING_DUPLICATE')
    return { field: place, text: words.keyTaken(fault.value ?? '') };
  const field = fault.field ?? null;
  return {
    field: place,
    text: field === null ? words.problemOfLine(mend) : words.problem(field, fault.value ?? '', mend),
  };
}
