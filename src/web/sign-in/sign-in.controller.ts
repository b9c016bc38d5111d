import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { AllowEverybody } from '../../access/access.guard.js';
import { DevelopmentUsers } from '../../access/development-users.js';
import { Sessions } from '../../access/sessions.js';
import type { Voice } from '../../wording/voice.js';
import { localPath } from '../page/local-path.js';
import { PageErrorsFilter } from '../page/page-errors.filter.js';
import { Pages } from '../page/pages.js';
import { positionOf } from '../page/position.js';
import { NEXT_FIELD, SignIn, USER_FIELD } from './sign-in.view.js';

@Controller()
@UseFilters(PageErrorsFilter)
export class SignInController {
  constructor(
    private readonly pages: Pages,
    private readonly sessions: Sessions,
    private readonly users: DevelopmentUsers,
  ) {}

  @Get('log-ind')
  @AllowEverybody()
  async show(
    @Query(NEXT_FIELD) next: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.send(request, response, localPath(next), () => undefined);
  }

  @Post('log-ind')
  @AllowEverybody()
  async signIn(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const next = localPath(form?.[NEXT_FIELD]);
    const user = await this.users.find(String(form?.[USER_FIELD]));
    if (!user) {
      response.status(422);
      await this.send(request, response, next, (voice) => voice.words.signIn.choose);
      return;
    }
    this.sessions.signIn(response, user.identity);
    response.redirect(303, next ?? '/');
  }

  @Post('log-ud')
  @AllowEverybody()
  signOut(@Res() response: Response): void {
    this.sessions.signOut(response);
    response.redirect(303, '/log-ind');
  }

  private async send(
    request: Request,
    response: Response,
    next: string | undefined,
    problemIn: (voice: Voice) => string | undefined,
  ): Promise<void> {
    const users = await this.users.list();
    this.pages.send(request, response, ({ voice }) => {
      const text = problemIn(voice);
      return {
        title: voice.words.signIn.title,
        content: createElement(SignIn, {
          voice,
          candidates: users.map(({ key, name, identity }) => ({
            key,
            name,
            position: positionOf(identity, voice),
          })),
          next,
          problem: text === undefined ? undefined : { field: USER_FIELD, text },
        }),
      };
    });
  }
}
