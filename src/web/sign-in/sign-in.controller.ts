import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowEverybody } from '../../access/access.guard.js';
import { Issuer } from '../../access/issuer/issuer.js';
import { OwnAddress } from '../../access/issuer/own-address.js';
import { ANSWER_PATH, ROLE_PATH, SIGN_IN_PATH } from '../../access/sign-in/paths.js';
import { SignIn } from '../../access/sign-in/sign-in.js';
import { SignInProblem } from '../../access/sign-in/sign-in-problem.js';
import { localPath } from '../page/local-path.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { ANOTHER_FIELD, NEXT_FIELD, withNext } from './fields.js';
import { SignInNote } from './sign-in-note.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly issuer: Issuer,
    private readonly address: OwnAddress,
    private readonly signIn: SignIn,
  ) {}

  /** Sends everybody to the issuer; who is back without a role yet is asked for it instead. */
  @Get(SIGN_IN_PATH)
  @AllowEverybody()
  async begin(
    @Query(NEXT_FIELD) next: unknown,
    @Query(ANOTHER_FIELD) another: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!this.issuer.isThere) return this.nobodyCan(request, response);
    const onward = localPath(next);
    const elsewhere = this.address.elsewhere(request);
    if (elsewhere !== undefined) return response.redirect(303, withNext(elsewhere + SIGN_IN_PATH, onward));
    if (another === undefined && (await this.signIn.isRoleMissing(request))) {
      return response.redirect(303, withNext(ROLE_PATH, onward));
    }
    response.redirect(303, await this.signIn.begin(request, response, onward, another !== undefined));
  }

  /** Where the issuer sends people back to. */
  @Get(ANSWER_PATH)
  @AllowEverybody()
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      const { hasRole, next } = await this.signIn.finish(request, response);
      response.redirect(303, hasRole ? (next ?? '/') : withNext(ROLE_PATH, next));
    } catch (error) {
      if (!(error instanceof SignInProblem)) throw error;
      this.tell(request, response, error);
    }
  }

  private tell(request: Request, response: Response, { code }: SignInProblem): void {
    const status = code === 'ATTEMPT_LOST' ? 400 : 403;
    const href = code === 'NO_GRANT' ? `${SIGN_IN_PATH}?${ANOTHER_FIELD}=1` : SIGN_IN_PATH;
    this.pages.send(
      request,
      response,
      ({ voice }) => {
        const { title, problems, again, asAnother } = voice.words.signIn;
        const onward = { href, text: code === 'NO_GRANT' ? asAnother : again };
        return {
          title,
          content: createElement(SignInNote, {
            ...problems[code],
            voice,
            title,
            variant: 'warning',
            onward,
          }),
        };
      },
      status,
    );
  }

  private nobodyCan(request: Request, response: Response): void {
    this.pages.send(request, response, ({ voice }) => {
      const { title, none: heading, noneText: text } = voice.words.signIn;
      return { title, content: createElement(SignInNote, { voice, title, variant: 'info', heading, text }) };
    });
  }
}
