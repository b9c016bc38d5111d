import { connect } from 'node:net';
import { PLANNER, send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

describe('the body of a request', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterAll(() => service.close());

  const post = (path: string, contentType: string, body: BodyInit, more: RequestInit = {}): Promise<Answer> =>
    send(service, path, {
      method: 'POST',
      body,
      ...more,
      headers: {
        authorization: `Bearer ${service.ticketFor(PLANNER)}`,
        'content-type': contentType,
        ...(more.headers as Record<string, string>),
      },
    });

  it('may hold 100 kB of JSON, and not a byte more', async () => {
    const frame = JSON.stringify({
      query: '{ riskBands { band } }',
      operationName: null,
      extensions: { x: '' },
    });
    const padded = (bytes: number): string => frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);

    expect((await post('/graphql', 'application/json', padded(100_000))).status).toBe(200);
    const refused = await post('/graphql', 'application/json', padded(100_001));
    expect([refused.status, refused.code]).toEqual([413, 'TOO_LARGE']);
    expect(refused.body?.errors?.[0]?.message).toBe('The body is larger than 100 kB; send less.');
  });

  it('is measured while it arrives when its length is not told', async () => {
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let piece = 0; piece < 20; piece += 1) controller.enqueue(Buffer.alloc(10_000, 'x'));
        controller.close();
      },
    });
    const refused = await post('/graphql', 'application/json', pieces, { duplex: 'half' } as RequestInit);

    expect([refused.status, refused.code]).toEqual([413, 'TOO_LARGE']);
  });

  it('is measured as it is after unpacking', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = gzipSync(JSON.stringify({ query: ' '.repeat(5_000_000) }));
    const refused = await post('/graphql', 'application/json', packed, {
      headers: { 'content-encoding': 'gzip' },
    });

    expect(packed.length).toBeLessThan(10_000);
    expect([refused.status, refused.code]).toEqual([413, 'TOO_LARGE']);
  });

  it('is refused without being read when it is too large for anything here', async () => {
    const { port, hostname } = new URL(service.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(
          'POST /log-ind HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 5000000000\r\n\r\n',
        ),
      );
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  it.each([
    ['/graphql', 'application/x-www-form-urlencoded', 'query=%7BriskBands%7Bband%7D%7D'],
    ['/graphql', 'text/plain', '{"query":"{riskBands{band}}"}'],
    ['/graphql', 'application/graphql', '{riskBands{band}}'],
    ['/graphql', 'multipart/form-data; boundary=x', '--x--'],
    ['/log-ind', 'multipart/form-data; boundary=x', '--x--'],
    ['/log-ind', 'application/xml', '<a/>'],
  ])('to %s is refused as %s', async (path, type, body) => {
    const answer = await post(path, type, body);

    expect([answer.status, answer.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each([
    ['cut off', '{"query":"{ riskBa'],
    ['no object', '"text"'],
    ['nothing but a number', '1'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x7d])],
    ['with a strange character set', '{}', 'application/json; charset=klingon'],
  ])('that is %s gets a clear answer', async (_what, body, type = 'application/json') => {
    const answer = await post('/graphql', type, body);

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.code).toMatch(/^(MALFORMED|UNSUPPORTED_MEDIA_TYPE)$/);
    expect(answer.text).not.toMatch(/SyntaxError|position|token|iconv|node_modules| at /i);
  });

  it('as a form may not have hundreds of fields', async () => {
    const form = Array.from({ length: 201 }, (_, field) => `f${field}=1`).join('&');
    const answer = await post('/log-ind', 'application/x-www-form-urlencoded', form);

    expect([answer.status, answer.code]).toEqual([413, 'TOO_LARGE']);
  });
});
