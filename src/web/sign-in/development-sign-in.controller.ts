import { Body, Controller, Get, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowEverybody } from '../../access/access.guard.js';
import { DevelopmentIssuer, WHO_PATH } from '../../access/development/development-issuer.js';
import { DevelopmentUsers } from '../../access/development/development-users.js';
import { RadioForm } from '../elements/radio-form.view.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { positionOf } from '../page/position.js';
import { USER_FIELD } from './fields.js';

/** The page on which the development issuer asks who one is: one of the made-up people. */
@Controller(WHO_PATH)
@UseFilters(PageErrorsFilter)
export class DevelopmentSignInController {
  constructor(
    private readonly pages: Pages,
    private readonly issuer: DevelopmentIssuer,
    private readonly users: DevelopmentUsers,
  ) {}

  @Get(':uid')
  @AllowEverybody()
  async ask(@Param('uid') uid: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.issuer.expectQuestion(request, response);
    await this.show(uid, request, response, false);
  }

  @Post(':uid')
  @AllowEverybody()
  async answer(
    @Param('uid') uid: string,
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.issuer.expectQuestion(request, response);
    const user = await this.users.find(String(form?.[USER_FIELD]));
    if (user) {
      return response.redirect(303, await this.issuer.becomePerson(request, response, user.key));
    }
    response.status(422);
    await this.show(uid, request, response, true);
  }

  private async show(uid: string, request: Request, response: Response, isProblem: boolean): Promise<void> {
    const users = await this.users.list();
    this.pages.send(request, response, ({ voice }) => {
      const { title, lead, who, submit, choose } = voice.words.signIn;
      return {
        title,
        content: createElement(RadioForm, {
          voice,
          title,
          lead,
          legend: who,
          submit,
          action: `${WHO_PATH}/${encodeURIComponent(uid)}`,
          field: USER_FIELD,
          options: users.map(({ key, name, identities }) => ({
            key,
            label: name,
            hint: identities.map((identity) => positionOf(identity, voice)).join('; '),
          })),
          problem: isProblem ? choose : undefined,
        }),
      };
    });
  }
}
