import type { Identity } from '../../src/domain/shared/identity.js';
import type { RunningService } from './running-service.js';

/** Somebody of each kind that the specs need. */
export const PLANNER: Identity = {
  role: 'PLANNER',
  person: 'planner',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_MIDT',
};
export const CLERK: Identity = {
  role: 'REGISTER_CLERK',
  person: 'clerk',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_MIDT',
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer read as JSON; undefined where it is none. */
  readonly body: { data?: Record<string, unknown> | null; errors?: readonly ShownError[] } | undefined;
  /** The code of the first error, wherever it stands. */
  readonly code: string | undefined;
}

interface ShownError {
  readonly message: string;
  readonly path?: readonly unknown[];
  readonly extensions: { readonly code: string };
}

/** Sends one request, without following where it is sent on to. */
export async function send(service: RunningService, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(service.url + path, { redirect: 'manual', ...init });
  const text = await response.text();
  const body = parsed(text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    code: body?.errors?.[0]?.extensions.code ?? (body as { code?: string } | undefined)?.code,
  };
}

/** Asks the API one question as `identity`, by the rules that give errors a status of their own. */
export async function ask(
  service: RunningService,
  identity: Identity,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  return send(service, '/graphql', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.ticketFor(identity)}`,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query, variables }),
  });
}

function parsed(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return undefined;
  }
}
