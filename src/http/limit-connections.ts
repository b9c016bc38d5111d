import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const LONGEST_HEADERS_MS = 10_000;
const LONGEST_SENDING_MS = 300_000; // an upload over a slow line
const LONGEST_IDLE_MS = 65_000;
const MOST_HEADERS = 100;

/** Bounds what one connection may hold on to, and says clearly what is wrong with bytes that are no request. */
export function limitConnections(server: Server): void {
  server.headersTimeout = LONGEST_HEADERS_MS;
  server.requestTimeout = LONGEST_SENDING_MS;
  // Longer than the minute after which common proxies let go, so that they never use a connection we just closed.
  server.keepAliveTimeout = LONGEST_IDLE_MS;
  // Node would answer without a word; the check of Host answers instead.
  (server as { requireHostHeader?: boolean }).requireHostHeader = false;
  server.maxHeadersCount = MOST_HEADERS;
  server.on('clientError', answerNoRequest);
}

const ANSWERS: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request was not sent in time.'],
};

function answerNoRequest(error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket): void {
  const [status, message] = ANSWERS[error.code ?? ''] ?? ['400 Bad Request', 'This is no HTTP request.'];
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const isHead = error.rawPacket?.toString('latin1', 0, 5) === 'HEAD ';
  const body = isHead ? '' : JSON.stringify({ code: 'MALFORMED', message });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
