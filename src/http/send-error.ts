import type { Request, Response } from 'express';
import type { ErrorCode } from '../domain/shared/expected-error.js';
import { httpStatusOf } from '../graphql/shown-error.js';
import { voiceIn } from '../wording/voice.js';

/** Where the API answers; its errors have the form that GraphQL gives them. */
export const API_PATH = '/graphql';

/**
 * Answers a request that no page and no resolver answers: to the API as GraphQL does, to people as a small page in both
 * languages, to programs as {"code", "message"}. The message says what to do and names nothing of our inside.
 */
export function sendError(request: Request, response: Response, code: ErrorCode, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // What still arrives is not read, so the connection cannot be used again.
  if (!request.complete) response.set('connection', 'close');
  response.status(httpStatusOf(code));
  if (isForApi(request)) {
    response.json({ errors: [{ message, extensions: { code } }] });
  } else if (request.accepts(['json', 'html']) === 'html') {
    response.type('html').send(smallPage(code));
  } else {
    response.json({ code, message });
  }
}

function isForApi(request: Request): boolean {
  return request.originalUrl.split('?')[0]?.toLowerCase() === API_PATH;
}

// Without the layout of the other pages: whoever asks too often, or sends what cannot be read, shall cost little.
function smallPage(code: ErrorCode): string {
  const [da, en] = [voiceIn('da').words.errors, voiceIn('en').words.errors];
  return (
    `<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>${da[code].title}</title></head>` +
    `<body><main><h1>${da[code].title}</h1><p>${da[code].text}</p><p><a href="/">${da.toStart}</a></p>` +
    `<div lang="en"><h2>${en[code].title}</h2><p>${en[code].text}</p></div></main></body></html>`
  );
}
