import type { Draws } from '../draws.js';
import { HOSTILE_JSON, HOSTILE_TEXTS } from '../hostile-values.js';
import { mutateText } from '../mutate-text.js';
import type { FuzzRequest } from './fuzz-request.js';

/** A route as the service knows it, e.g. {method: 'GET', path: '/tilbud/:id'}. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND', 'PURGE', 'TRACE'];
const PARAMETERS = [
  'soeg',
  'side',
  'sprog',
  'videre',
  'kommune',
  'bruger',
  'baand',
  'type',
  'efter',
  'sorter',
  'x',
  '',
];
const BROKEN_CODES = [
  '%',
  '%E0%A4%A',
  '%00',
  '%c0%af',
  '%2e%2e%2f',
  '%252e',
  '%ff',
  '%u0041',
  '%ED%A0%80',
  '+',
  '%0d%0a',
];
const OTHER_PATHS = [
  '/',
  '//',
  '/.',
  '/..',
  '/assets/../package.json',
  '/assets/%2e%2e/secret',
  '/dkfds/',
  '/.git/config',
];

/** A page, file or form that is asked for wrongly: another method, a broken address, odd fields, a strange body. */
export function drawPageRequest(
  routes: readonly Route[],
  draws: Draws,
  headers: Record<string, string>,
): FuzzRequest {
  const route = draws.pick(routes);
  const method = draws.chance(0.8) ? route.method : draws.pick(METHODS);
  const path = draws.chance(0.9) ? pathOf(route.path, draws) : draws.pick(OTHER_PATHS);
  const query = draws.chance(0.6) ? `?${fields(draws)}` : '';
  const address = { method, path: `${path}${query}`.replace(/[^\x21-\x7e]/g, '') || '/' };
  if (method === 'GET' || method === 'HEAD') return { ...address, headers };
  return { ...address, ...bodyOf(draws, headers) };
}

function pathOf(pattern: string, draws: Draws): string {
  const filled = pattern.replace(/[:*]\w+/g, () => segment(draws));
  return draws.chance(0.15) ? mutateText(filled, draws) : filled;
}

function segment(draws: Draws): string {
  if (draws.chance(0.3)) return draws.pick(BROKEN_CODES);
  const text = encodeURIComponent(draws.pick(HOSTILE_TEXTS).toWellFormed()).slice(0, 4000);
  return draws.chance(0.1) ? encodeURIComponent(text) : text;
}

function fields(draws: Draws): string {
  const name = (): string =>
    draws.pick(PARAMETERS) + draws.pick(['', '', '', '[]', '[a]', '[__proto__]', '.x', '%00']);
  return draws
    .some([0], 6)
    .map(() => `${name()}=${segment(draws)}`)
    .join(draws.pick(['&', '&', ';', '&&']));
}

function bodyOf(draws: Draws, headers: Record<string, string>): Pick<FuzzRequest, 'headers' | 'body'> {
  const [type, body] = draws.pick<() => [string, string]>([
    () => ['application/x-www-form-urlencoded', fields(draws)],
    () => ['application/x-www-form-urlencoded', Array.from({ length: 300 }, () => fields(draws)).join('&')],
    () => ['application/json', draws.pick(HOSTILE_JSON)],
    () => ['application/json; charset=utf-7', '{}'],
    () => ['text/plain', draws.pick(HOSTILE_TEXTS)],
    () => ['multipart/form-data; boundary=x', multipart(draws)],
    () => ['multipart/form-data', multipart(draws)],
    () => ['application/octet-stream', 'x'.repeat(draws.below(3000))],
    () => ['', 'x=1'],
    () => ['application/x-www-form-urlencoded', 'x'.repeat(100_001)],
  ])();
  return { headers: type === '' ? headers : { ...headers, 'content-type': type }, body };
}

function multipart(draws: Draws): string {
  const file = `--x\r\ncontent-disposition: form-data; name="drop"; filename="${draws.pick(['a.tgz', '../a', 'æ', 'a"b', ''])}"\r\n\r\n`;
  const content = draws.pick(['', 'no gzip', '\x1f\x8b\x08\x00broken', 'x'.repeat(2000)]);
  const whole = `${file}${content}\r\n--x--\r\n`;
  return draws.chance(0.5) ? whole : mutateText(whole, draws);
}
