import { PLANNER, send } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { Visitor } from '../pages/visitor.js';

const JSON_BODY = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a request that another website has a browser send', () => {
  let service: RunningService;
  let cookie: string;
  let own: string;
  beforeAll(async () => {
    service = await startEmptyService();
    cookie = await service.cookieFor(PLANNER);
    own = service.url;
  });
  afterAll(() => service.close());

  const writes: readonly [string, string, Record<string, string>, string][] = [
    ['a question', '/graphql', JSON_BODY, '{"query":"{ riskBands { band } }"}'],
    ['a form', '/log-ud', FORM, ''],
    ['an upload', '/leverancer', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
  ];
  const senders: readonly [string, () => Record<string, string>][] = [
    ['with its Origin', () => ({ origin: 'https://evil.example' })],
    ['with an Origin that looks like ours', () => ({ origin: `${own}.evil.example` })],
    ['with our host on another port', () => ({ origin: 'http://127.0.0.1:1' })],
    ['from a frame without origin', () => ({ origin: 'null' })],
    ['with an Origin that is no address', () => ({ origin: 'x' })],
    ['without an Origin, but with the cookie', () => ({})],
    ['marked cross-site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['marked same-site, from another name of our domain', () => ({ 'sec-fetch-site': 'same-site' })],
    ['marked cross-site with a copied Origin', () => ({ 'sec-fetch-site': 'cross-site', origin: own })],
    ['with a word unknown to us', () => ({ 'sec-fetch-site': 'sideways', origin: own })],
  ];

  describe.each(writes)('%s', (_what, path, headers, body) => {
    it.each(senders)('is refused %s', async (_how, from) => {
      const answer = await send(service, path, {
        method: 'POST',
        body,
        headers: { ...headers, ...from(), cookie },
      });

      expect(answer.status).toBe(403);
      expect(answer.headers.get('set-cookie')).toBeNull();
    });
  });

  it.each<[string, () => Record<string, string>]>([
    [
      'of our own pages, in browsers of today',
      () => ({ cookie, 'sec-fetch-site': 'same-origin', origin: own }),
    ],
    ['of our own pages, in older browsers', () => ({ cookie, origin: own })],
    ['of a program with a token', () => ({ authorization: `Bearer ${service.ticketFor(PLANNER)}` })],
  ])('is not taken for one %s', async (_how, headers) => {
    const answer = await send(service, '/graphql', {
      method: 'POST',
      body: '{"query":"{ riskBands { band } }"}',
      headers: { ...JSON_BODY, ...headers() },
    });

    expect(answer.body?.data).toHaveProperty('riskBands');
  });

  it('cannot sign the visitor in as somebody else', async () => {
    const visitor = new Visitor(service);
    const { action } = await visitor.askedWho();
    const answer = await send(service, action, {
      method: 'POST',
      body: 'bruger=planlaegger-midt',
      headers: { ...FORM, origin: 'https://evil.example' },
    });
    // A link to the end of a sign-in that was begun elsewhere.
    const answeredElsewhere = await new Visitor(service).open('/log-ind/svar?code=x&state=y');

    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
    expect([answeredElsewhere.status, answeredElsewhere.headers.get('set-cookie')]).toEqual([400, null]);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND'])('is refused as %s too', async (method) => {
    const answer = await send(service, '/graphql', {
      method,
      headers: { cookie, origin: 'https://evil.example' },
    });

    expect(answer.status).toBe(403);
  });

  it('cannot change anything by GET, because nothing changes by GET', async () => {
    const mutation = encodeURIComponent('mutation { rescore { id } }');
    const answer = await send(service, `/graphql?query=${mutation}`, {
      headers: { cookie: await service.cookieFor({ ...PLANNER, role: 'MODEL_OWNER' }) },
    });

    expect(answer.status).toBe(405);
  });

  it('finds a cookie that scripts cannot read and that browsers keep from other websites', async () => {
    const signedIn = await new Visitor(service).signInAs('planlaegger-midt');
    const set = signedIn.headers.getSetCookie().filter((line) => line.startsWith('samtilsyn_session='));

    expect(set).toEqual([
      expect.stringMatching(/^samtilsyn_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });
});
