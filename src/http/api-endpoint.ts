import type { NextFunction, Request, Response } from 'express';
import { sendError } from './send-error.js';

/**
 * What the API takes: one question, by POST as JSON or by GET in the address. Everything else is refused here, in words
 * of our own, before the GraphQL server sees it. It answers JSON whatever else is accepted.
 */
export function onlyQuestions(request: Request, response: Response, next: NextFunction): void {
  if (request.baseUrl.length + request.path.length > '/graphql/'.length) {
    return sendError(request, response, 'NOT_FOUND', 'There is nothing at this address.');
  }
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.set('allow', 'GET, POST');
    return sendError(request, response, 'METHOD_NOT_ALLOWED', 'Questions are asked by GET or POST.');
  }
  if (request.method === 'POST' && !request.is('application/json')) {
    return sendError(
      request,
      response,
      'UNSUPPORTED_MEDIA_TYPE',
      'A question must be sent as application/json.',
    );
  }
  if (request.method === 'GET') {
    const broken = ['variables', 'extensions'].find((name) => !isJson(request.query[name]));
    if (broken) return sendError(request, response, 'MALFORMED', `${broken} in the address is not JSON.`);
  }
  if (request.method === 'POST' && Array.isArray(request.body)) {
    return sendError(
      request,
      response,
      'MALFORMED',
      'Ask one question at a time; a list of questions is not answered.',
    );
  }
  const accepted = request.headers.accept ?? '';
  request.headers.accept = accepted.includes(SPECIAL_JSON) ? SPECIAL_JSON : 'application/json';
  next();
}

const SPECIAL_JSON = 'application/graphql-response+json';

function isJson(text: unknown): boolean {
  if (text === undefined || text === '') return true;
  if (typeof text !== 'string') return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
