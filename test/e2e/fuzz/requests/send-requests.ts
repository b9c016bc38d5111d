import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { FuzzBytes, FuzzRequest } from './fuzz-request.js';

/** What came back; `status` 0 where the connection was closed without an answer. */
export interface FuzzAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const LONGEST_WAIT_MS = 20_000;

/** Sends over connections that are kept open; throws where no answer comes in time. */
export class Sender {
  private readonly agent: Agent;
  private readonly address: { host: string; port: number };

  constructor(url: string, connections: number) {
    const { hostname, port } = new URL(url);
    this.address = { host: hostname, port: Number(port) };
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  async send(request: FuzzRequest | FuzzBytes): Promise<FuzzAnswer> {
    return 'bytes' in request ? this.sendBytes(request) : this.sendRequest(request);
  }

  close(): void {
    this.agent.destroy();
  }

  private sendRequest({ method, path, headers, body }: FuzzRequest, isRepeated = false): Promise<FuzzAnswer> {
    return new Promise((resolve, reject) => {
      const content = body === undefined ? undefined : Buffer.from(body as string);
      const length = content === undefined ? {} : { 'content-length': String(content.length) };
      const sent = httpRequest(
        { ...this.address, agent: this.agent, method, path, headers: { ...headers, ...length } },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              contentType: response.headers['content-type'] ?? '',
              body: Buffer.concat(pieces).toString('utf8'),
            }),
          );
        },
      );
      sent.setTimeout(LONGEST_WAIT_MS, () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection may be closed by the service just as it is used again; that is no answer and no fault.
        const isStale =
          sent.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') && !isRepeated;
        if (isStale) resolve(this.sendRequest({ method, path, headers, body }, true));
        else reject(error);
      });
      sent.end(content);
    });
  }

  private sendBytes({ bytes }: FuzzBytes): Promise<FuzzAnswer> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.address.port, this.address.host, () => socket.end(bytes));
      let text = '';
      socket.setTimeout(LONGEST_WAIT_MS, () => socket.destroy(new Error('no answer to bytes')));
      socket.on('data', (piece) => (text += piece.toString('latin1')));
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(readAnswer(text)) : reject(error),
      );
      socket.on('close', () => resolve(readAnswer(text)));
    });
  }
}

function readAnswer(text: string): FuzzAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
    contentType: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
    body: rest.join('\r\n\r\n'),
  };
}
