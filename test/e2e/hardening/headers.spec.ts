import { PLANNER, send } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';

const EVERYWHERE = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

describe('the headers of every answer', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
  });
  afterAll(() => service.close());

  it.each<[string, string, RequestInit]>([
    ['a page', '/was', {}],
    ['a page that sends on', '/', {}],
    ['a page that does not exist', '/no-such-page', { headers: { accept: 'text/html' } }],
    ['a style sheet', '/assets/samtilsyn.css', {}],
    ['an answer of the API', '/graphql?query=%7BriskBands%7Bband%7D%7D', {}],
    ['a refusal of the API', '/graphql', { method: 'DELETE' }],
    ['a broken address', '/tilbud/%E0%A4%A', {}],
    [
      'a broken body',
      '/graphql',
      { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
    ],
    ['a health check', '/health/live', {}],
    ['a request of another website', '/was', { method: 'POST', headers: { origin: 'https://evil.example' } }],
  ])('protect %s', async (_what, path, init) => {
    const { headers } = await send(service, path, init);

    expect(Object.fromEntries(headers)).toMatchObject(EVERYWHERE);
    expect(headers.get('permissions-policy')).toContain('camera=(), ');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('let nothing be kept but the files that say so', async () => {
    expect((await send(service, '/was')).headers.get('cache-control')).toBe('no-store');
    expect((await send(service, '/assets/samtilsyn.css')).headers.get('cache-control')).toMatch(/^public/);
  });

  it('never let another website read, whatever it asks for', async () => {
    const asked = await send(service, '/graphql?query=%7BriskBands%7Bband%7D%7D', {
      headers: { authorization: `Bearer ${service.ticketFor(PLANNER)}`, origin: 'https://evil.example' },
    });
    const beforehand = await send(service, '/graphql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });

    for (const { headers } of [asked, beforehand]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('do not ask browsers for HTTPS for two years on a development machine', async () => {
    expect((await send(service, '/was')).headers.get('strict-transport-security')).toBeNull();
  });
});
