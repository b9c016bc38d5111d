import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowEverybody } from '../../access/access.guard.js';
import { ROLE_PATH, SIGN_IN_PATH } from '../../access/sign-in/paths.js';
import { SignIn } from '../../access/sign-in/sign-in.js';
import { RadioForm } from '../elements/radio-form.view.js';
import { localPath } from '../page/local-path.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { positionOf } from '../page/position.js';
import { NEXT_FIELD, ROLE_FIELD, withNext } from './fields.js';

/** Who has several roles works in one of them at a time, and chooses it after signing in. */
@Controller()
@UseFilters(PageErrorsFilter)
export class ChooseRoleController {
  constructor(
    private readonly pages: Pages,
    private readonly signIn: SignIn,
  ) {}

  @Get(ROLE_PATH)
  @AllowEverybody()
  async ask(
    @Query(NEXT_FIELD) next: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(request, response, localPath(next), false);
  }

  @Post(ROLE_PATH)
  @AllowEverybody()
  async choose(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const next = localPath(form?.[NEXT_FIELD]);
    if (await this.signIn.choose(request, response, form?.[ROLE_FIELD])) {
      return response.redirect(303, next ?? '/');
    }
    response.status(422);
    await this.show(request, response, next, true);
  }

  private async show(
    request: Request,
    response: Response,
    next: string | undefined,
    isProblem: boolean,
  ): Promise<void> {
    const choices = await this.signIn.choices(request);
    if (choices.length === 0) return response.redirect(303, withNext(SIGN_IN_PATH, next));
    this.pages.send(request, response, ({ voice }) => {
      const { roleTitle, roleLead, roleWhich, roleSubmit, roleChoose } = voice.words.signIn;
      return {
        title: roleTitle,
        content: createElement(RadioForm, {
          voice,
          title: roleTitle,
          lead: roleLead,
          legend: roleWhich,
          submit: roleSubmit,
          action: ROLE_PATH,
          field: ROLE_FIELD,
          options: choices.map(({ key, identity, facilityName }) => ({
            key,
            label: positionOf(identity, voice),
            hint: facilityName,
          })),
          hidden: { [NEXT_FIELD]: next },
          problem: isProblem ? roleChoose : undefined,
        }),
      };
    });
  }
}
