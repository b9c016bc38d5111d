import type { Draws } from '../draws.js';
import { mutateText } from '../mutate-text.js';
import type { FuzzBytes } from './fuzz-request.js';

const BROKEN: readonly string[] = [
  'GET',
  'GET /\r\n\r\n',
  'GET / HTTP/9.9\r\nhost: x\r\n\r\n',
  'get / http/1.1\r\nhost: x\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\nhost: x\n\n',
  'GET  /  HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET /\0 HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET /\u00e6 HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET http://evil.example/ HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET * HTTP/1.1\r\nhost: x\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n',
  'CONNECT evil.example:443 HTTP/1.1\r\nhost: x\r\n\r\n',
  'BREW / HTTP/1.1\r\nhost: x\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: gzip\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query":',
  'GET / HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\n folded: y\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nna me: y\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nname : y\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nname: a\0b\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\n: y\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nhost: x\r\nlong: ${'a'.repeat(20_000)}\r\n\r\n`,
  `GET / HTTP/1.1\r\nhost: x\r\n${'many: a\r\n'.repeat(500)}\r\n`,
  'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\nGET /health/live HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET /health/live HTTP/1.1\r\nhost: x\r\n\r\ngarbage',
];

export function drawBytes(draws: Draws): FuzzBytes {
  const text = draws.pick(BROKEN);
  return { bytes: Buffer.from(draws.chance(0.5) ? text : mutateText(text, draws), 'latin1') };
}
