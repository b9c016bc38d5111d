import type { Request, Response } from 'express';
import { LANGUAGES, type Language } from '../../wording/voice.js';

export const LANGUAGE_PARAMETER = 'sprog';
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The language asked for in the address, or else remembered, or else Danish; one asked for is remembered. */
export function languageOf(request: Request, response: Response): Language {
  const asked = known(new URLSearchParams(request.originalUrl.split('?')[1]).get(LANGUAGE_PARAMETER));
  if (asked) {
    response.cookie(LANGUAGE_PARAMETER, asked, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      maxAge: YEAR_MS,
    });
  }
  return asked ?? known(/(?:^|; *)sprog=(\w+)/.exec(request.headers.cookie ?? '')?.[1]) ?? 'da';
}

function known(text: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}
