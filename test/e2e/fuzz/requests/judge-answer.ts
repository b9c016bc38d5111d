import { ERROR_CODES } from '../../../../src/domain/shared/expected-error.js';
import type { FuzzAnswer } from './send-requests.js';
import type { FuzzBytes, FuzzRequest } from './fuzz-request.js';

const INSIDE =
  /node_modules|\n\s+at |\.(?:ts|js):\d+:|QueryFailed|TypeError|SyntaxError|error at or near|violates|relation "|\/work\/|\/tmp\//;
const SHOWN_CODES: readonly string[] = ERROR_CODES.filter((code) => code !== 'INTERNAL');

/** What is wrong with an answer to a malformed request; undefined where it is as it should be. */
export function faultOf(request: FuzzRequest | FuzzBytes, answer: FuzzAnswer): string | undefined {
  const { status, contentType, body } = answer;
  if (status === 0) return 'bytes' in request ? undefined : 'closed without an answer';
  if (status >= 500) return `status ${status}`;
  const hasBody = 'bytes' in request ? status >= 400 : request.method !== 'HEAD' && status >= 400;
  if (hasBody && body.length < 20) return `status ${status} without a word`;
  if (status >= 400 && INSIDE.test(body)) return 'shows something of the inside';
  const isQuestion = 'path' in request && /^\/graphql(\?|$)/.test(request.path);
  if (!isQuestion || request.method === 'HEAD' || status === 403) return undefined;
  if (!contentType.includes('json')) return `an answer of the API as ${contentType}`;
  return faultOfQuestion(body);
}

function faultOfQuestion(body: string): string | undefined {
  const { data, errors } = JSON.parse(body) as {
    data?: unknown;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  if (data === undefined && errors === undefined) return 'neither data nor errors';
  for (const error of errors ?? []) {
    const code = error.extensions?.code ?? 'none';
    if (!SHOWN_CODES.includes(code)) return `code ${code}: ${error.message}`;
    if (error.message.length < 10) return `a message of nothing: "${error.message}"`;
    if (INSIDE.test(error.message)) return `shows something of the inside: ${error.message}`;
  }
  return undefined;
}
