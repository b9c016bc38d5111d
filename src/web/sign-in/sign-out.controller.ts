import { Body, Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowEverybody } from '../../access/access.guard.js';
import { Sessions } from '../../access/sessions.js';
import { ISSUER_SIGNED_OUT_PATH, SIGN_IN_PATH, SIGNED_OUT_PATH } from '../../access/sign-in/paths.js';
import { SignOut } from '../../access/sign-in/sign-out.js';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { SignInNote } from './sign-in-note.view.js';

@Controller()
export class SignOutController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly signOut: SignOut,
  ) {}

  /**
   * Ends the session here, then at the issuer. The way there is a page that goes on by itself: a browser forbids a form
   * of ours to lead to another website (CSP form-action), however it is redirected.
   */
  @Post(SIGNED_OUT_PATH)
  @AllowEverybody()
  @UseFilters(PageErrorsFilter)
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    const atIssuer = await this.signOut.end(request, response);
    if (atIssuer === undefined) return response.redirect(303, SIGNED_OUT_PATH);
    response.set('refresh', `0; url=${atIssuer}`);
    this.pages.send(
      request,
      response,
      ({ voice }) => {
        const {
          signedOut: title,
          signedOutHere: heading,
          signedOutHereText: text,
          goOn,
        } = voice.words.signIn;
        const onward = { href: atIssuer, text: goOn };
        return {
          title,
          content: createElement(SignInNote, { voice, title, variant: 'info', heading, text, onward }),
        };
      },
      200,
    );
  }

  /** Where everybody comes who has signed out. */
  @Get(SIGNED_OUT_PATH)
  @AllowEverybody()
  @UseFilters(PageErrorsFilter)
  show(@Req() request: Request, @Res() response: Response): void {
    if (this.sessions.identityOf(request)) return response.redirect(303, '/');
    this.pages.send(request, response, ({ voice }) => {
      const { signedOut: title, signedOutText: text, again } = voice.words.signIn;
      const onward = { href: SIGN_IN_PATH, text: again };
      return {
        title,
        content: createElement(SignInNote, {
          voice,
          title,
          variant: 'success',
          heading: title,
          text,
          onward,
        }),
      };
    });
  }

  /** The issuer says, from machine to machine, that somebody signed out elsewhere (OpenID Connect Back-Channel Logout). */
  @Post(ISSUER_SIGNED_OUT_PATH)
  @AllowEverybody()
  @HttpCode(200)
  async endByIssuer(@Body() form: Record<string, unknown> | undefined): Promise<void> {
    if (await this.signOut.endByIssuer(form?.['logout_token'])) return;
    throw new ExpectedError(
      'MALFORMED',
      'logout_token is missing, or is none of our issuer for this service.',
    );
  }
}
