import { Logger } from '@nestjs/common';
import { AuditRepository } from '../../../src/audit/audit.repository.js';
import type { AuditEntry } from '../../../src/audit/audit-entry.js';
import { send } from '../../support/asking.js';
import { ExternalIssuer } from '../../support/external-issuer.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { addGrant, takeBackGrants } from './granting.js';
import { IssuerVisitor } from './issuer-visitor.js';

/** What an issuer says when anna signed out there. */
const SIGNED_OUT = {
  aud: 'samtilsyn',
  sub: 'anna',
  events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
};

describe('signing in at an issuer', () => {
  let issuer: ExternalIssuer;
  let service: RunningService;
  let seen = 0;
  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined); // every refusal is one
    issuer = await ExternalIssuer.start();
    service = await startEmptyService({ ...issuer.environment });
    await issuer.serve(service.url);
  });
  beforeEach(async () => {
    issuer.person = 'anna';
    issuer.claims.set('anna', { group: ['planner'], name: 'Anna Andersen' });
    await addGrant(service.database, { issuer: issuer.url, claimName: 'group' });
    seen = (await service.app.get(AuditRepository).head()).sequence;
  });
  afterEach(() => takeBackGrants(service.database));
  afterAll(async () => {
    jest.restoreAllMocks();
    await service.close();
    await issuer.close();
  });

  const visitor = (): IssuerVisitor => new IssuerVisitor(service.url);
  const logged = async (): Promise<AuditEntry[]> =>
    service.app.get(AuditRepository).entriesBetween(seen, 1_000_000, 100);
  async function sessionRows(): Promise<Record<string, unknown>[]> {
    const found = await service.database.asOwner((client) => client.query('select * from sessions'));
    return found.rows as Record<string, unknown>[];
  }

  it('leads to the page that was asked for, as what the grant says', async () => {
    const anna = visitor();

    const arrived = await anna.signIn('/plan?uge=1');

    expect([arrived.status, arrived.location]).toEqual([303, '/plan?uge=1']);
    expect((await anna.open('/tilsyn')).text).toContain('Planlægger, Styrelsen for Patientsikkerhed');
  });

  it('asks the issuer for a code with PKCE, state and nonce', async () => {
    const { location } = await visitor().open('/log-ind');

    const asked = Object.fromEntries(new URL(location!).searchParams);
    expect(asked).toMatchObject({
      client_id: 'samtilsyn',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${service.url}/log-ind/svar`,
    });
    for (const secret of [asked['code_challenge'], asked['state'], asked['nonce']]) {
      expect(secret).toMatch(/^[\w-]{43}$/);
    }
  });

  it('keeps of what the issuer says only what grants look at', async () => {
    await visitor().signIn();

    const [row] = await sessionRows();
    expect(row?.['claims']).toEqual({ group: ['planner'] });
  });

  it('gives the browser a cookie that scripts and other websites cannot use', async () => {
    const anna = visitor();
    const begun = await anna.open('/log-ind');
    const arrived = await anna.arriveFrom(begun);

    const [attempt] = begun.headers.getSetCookie();
    expect(attempt).toMatch(
      /^samtilsyn_sign_in_[\w-]{16}=[\w.-]+; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/,
    );
    expect(attempt).not.toContain('anna');
    const set = arrived.headers.getSetCookie();
    expect(set).toContainEqual(
      expect.stringMatching(/^samtilsyn_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    );
    expect(set).toContainEqual(
      expect.stringMatching(/^samtilsyn_sign_in_[\w-]{16}=; .*Expires=Thu, 01 Jan 1970/),
    );
  });

  it('is refused without a grant, and says to whom one is known', async () => {
    issuer.claims.set('anna', { group: ['nobody'] });
    const anna = visitor();

    const arrived = await anna.signIn();

    expect(arrived.status).toBe(403);
    expect(arrived.text).toContain('Du har ikke adgang til Samtilsyn');
    expect(arrived.text).toContain('href="/log-ind?anden=1"');
    expect(await sessionRows()).toEqual([]);
    expect((await anna.open('/tilsyn')).status).toBe(303);
    expect(new URL((await anna.open('/log-ind?anden=1')).location!).searchParams.get('prompt')).toBe('login');
  });

  it('ends where somebody cancels at the issuer', async () => {
    issuer.person = undefined;

    const arrived = await visitor().signIn();

    expect([arrived.status, arrived.text.includes('Du afbrød dit log ind')]).toEqual([403, true]);
  });

  it('stands in the audit log, also when it was refused', async () => {
    await visitor().signIn();
    issuer.claims.set('anna', { group: ['nobody'] });
    await visitor().signIn();
    issuer.person = undefined;
    await visitor().signIn();

    expect(await logged()).toMatchObject([
      {
        action: 'SIGN_IN',
        outcome: 'DONE',
        operation: 'sign in',
        person: 'anna',
        role: 'PLANNER',
        unit: 'STPS',
      },
      { action: 'SIGN_IN', outcome: 'REFUSED', operation: 'sign in: NO_GRANT', person: 'anna', role: 'NONE' },
      { action: 'SIGN_IN', outcome: 'REFUSED', operation: 'sign in: CANCELLED', person: 'unknown' },
    ]);
  });

  describe('is not taken in by', () => {
    it('an answer with a state that this browser was not sent out with', async () => {
      const anna = visitor();
      const answer = new URL(await anna.answerAt(await anna.open('/log-ind')));
      answer.searchParams.set('state', 'a'.repeat(43));

      const shown = await anna.open(answer.href);

      expect([shown.status, shown.headers.getSetCookie()]).toEqual([400, []]);
    });

    it('an answer that somebody else was sent out for (login CSRF)', async () => {
      const attacker = visitor();
      const answer = await attacker.answerAt(await attacker.open('/log-ind'));

      const shown = await visitor().open(answer);

      expect([shown.status, shown.headers.getSetCookie()]).toEqual([400, []]);
      expect(await sessionRows()).toEqual([]);
    });

    it('the same answer twice, whoever sends it', async () => {
      const anna = visitor();
      const begun = await anna.open('/log-ind');
      const thief = anna.copy();
      const answer = await anna.answerAt(begun);
      expect((await anna.open(answer)).status).toBe(303);

      const again = await anna.open(answer);
      // Also with the cookie of the attempt: the code was used.
      const stolen = await thief.open(answer);

      expect([again.status, stolen.status]).toEqual([400, 403]);
      expect(stolen.headers.getSetCookie().some((line) => line.startsWith('samtilsyn_session'))).toBe(false);
    });

    it('the code of another attempt of the same browser (nonce and PKCE)', async () => {
      const anna = visitor();
      const first = new URL(await anna.answerAt(await anna.open('/log-ind')));
      const second = new URL(await anna.answerAt(await anna.open('/log-ind')));
      second.searchParams.set('code', first.searchParams.get('code')!);

      expect((await anna.open(second.href)).status).toBe(403);
    });

    it('an answer that names another issuer (mix-up)', async () => {
      const anna = visitor();
      const answer = new URL(await anna.answerAt(await anna.open('/log-ind')));
      answer.searchParams.set('iss', 'https://evil.example');

      expect((await anna.open(answer.href)).status).toBe(403);
    });

    it('a session that somebody gave the browser beforehand (fixation)', async () => {
      const bo = visitor();
      await bo.signIn();
      const given = bo.session!;
      const anna = visitor();
      anna.cookies.set('samtilsyn_session', given);

      await anna.signIn();

      expect(anna.session).not.toBe(given);
      expect((await bo.open('/tilsyn')).status).toBe(303);
      expect((await anna.open('/tilsyn')).status).toBe(200);
    });

    it('a cookie that it did not seal itself', async () => {
      const anna = visitor();
      const begun = await anna.open('/log-ind');
      const [name, value] = [...anna.cookies].find(([key]) => key.startsWith('samtilsyn_sign_in'))!;
      anna.cookies.set(name, `${value.slice(0, -2)}xx`);

      expect((await anna.arriveFrom(begun)).status).toBe(400);
    });

    it('a place to go to afterwards that is elsewhere', async () => {
      expect((await visitor().signIn('https://evil.example')).location).toBe('/');
      expect((await visitor().signIn('//evil.example')).location).toBe('/');
    });
  });

  describe('with several roles', () => {
    beforeEach(async () => {
      issuer.claims.set('anna', { group: ['planner', 'visitor'] });
      await addGrant(service.database, {
        issuer: issuer.url,
        claimName: 'group',
        claimValue: 'visitor',
        role: 'VISITING_INSPECTOR',
        purpose: 'INSPECTION',
      });
    });

    it('shows nothing before one is chosen, and then goes on under a new id', async () => {
      const anna = visitor();
      const arrived = await anna.signIn('/plan');
      expect(arrived.location).toBe('/log-ind/rolle?videre=%2Fplan');
      expect((await anna.open('/tilsyn')).location).toBe('/log-ind?videre=%2Ftilsyn');
      expect((await anna.open('/log-ind?videre=%2Ftilsyn')).location).toBe('/log-ind/rolle?videre=%2Ftilsyn');
      const before = anna.session;

      const page = await anna.open(arrived.location!);
      const keys = [...page.text.matchAll(/name="rolle" value="([^"]+)"/g)].map(([, key]) => key!);
      const chosen = await anna.post('/log-ind/rolle', { rolle: keys[1]!, videre: '/plan' });

      expect(keys).toHaveLength(2);
      expect(chosen.location).toBe('/plan');
      expect(anna.session).not.toBe(before);
      expect((await anna.open('/tilsyn')).text).toContain('Tilsynsførende, Styrelsen for Patientsikkerhed');
      expect((await logged()).filter(({ action }) => action === 'SIGN_IN')).toMatchObject([
        { operation: 'sign in', role: 'NONE' },
        { operation: 'choose a role', role: 'VISITING_INSPECTOR' },
      ]);
    });

    it('gives nobody a role that is not theirs', async () => {
      const other = await addGrant(service.database, {
        issuer: issuer.url,
        claimName: 'group',
        claimValue: 'manager',
        role: 'AUTHORITY_MANAGER',
        purpose: 'MANAGEMENT',
      });
      const anna = visitor();
      await anna.signIn();

      const refused = await anna.post('/log-ind/rolle', { rolle: other });

      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Vælg en rolle, før du fortsætter');
      expect((await anna.open('/tilsyn')).status).toBe(303);
    });
  });

  describe('lasts', () => {
    it.each([
      ['no longer than 30 minutes without a request', `last_seen_at = now() - interval '30 minutes'`],
      ['no longer than eight hours', `expires_at = now(), started_at = now() - interval '8 hours'`],
    ])('%s', async (_what, change) => {
      const anna = visitor();
      await anna.signIn();
      expect((await anna.open('/tilsyn')).status).toBe(200);

      await service.database.asOwner((client) => client.query(`update sessions set ${change}`));

      expect((await anna.open('/tilsyn')).location).toBe('/log-ind?videre=%2Ftilsyn');
      expect(
        (
          await send(service, '/graphql?query=%7BriskBands%7Bband%7D%7D', {
            headers: { cookie: anna.cookie },
          })
        ).code,
      ).toBe('UNAUTHENTICATED');
    });
  });

  describe('ends', () => {
    it('here and at the issuer, by a page and not by a form that the browser would stop', async () => {
      const anna = visitor();
      await anna.signIn();
      const copy = anna.copy();

      const left = await anna.post('/log-ud', {});

      expect(left.status).toBe(200);
      const atIssuer = new URL(/^0; url=(.*)$/.exec(left.headers.get('refresh')!)![1]!);
      expect(atIssuer.origin).toBe(issuer.url);
      expect(atIssuer.searchParams.get('post_logout_redirect_uri')).toBe(`${service.url}/log-ud`);
      expect(atIssuer.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
      expect(left.headers.getSetCookie().join()).toMatch(/samtilsyn_session=; .*Expires=Thu, 01 Jan 1970/);
      expect((await copy.open('/tilsyn')).status).toBe(303);
      expect((await logged()).at(-1)).toMatchObject({ action: 'SIGN_OUT', person: 'anna', role: 'PLANNER' });

      const back = await anna.signOutAtIssuer(atIssuer.href);
      expect(back).toBe(`${service.url}/log-ud`);
      expect((await anna.open('/log-ud')).text).toContain('Du er logget af');
    });

    it('everywhere when somebody signs out at the issuer, who tells us', async () => {
      const anna = visitor();
      await anna.signIn();
      const other = visitor();
      await other.signIn();

      // Through another program of the issuer: it tells us over its back channel.
      await anna.signOutAtIssuer(`${issuer.url}/session/end`);

      expect((await anna.open('/tilsyn')).status).toBe(303);
      expect((await other.open('/tilsyn')).status).toBe(200);
      expect((await logged()).at(-2)).toMatchObject({
        action: 'SIGN_OUT',
        operation: 'sign out at the issuer',
      });
    });

    it('by nobody who only says so', async () => {
      const anna = visitor();
      await anna.signIn();
      const forged = await issuer.accessToken(SIGNED_OUT, { kid: 'unknown' });
      const nonce = await issuer.accessToken({ ...SIGNED_OUT, nonce: 'x' });
      const elsewhere = await issuer.accessToken({ ...SIGNED_OUT, aud: 'another service' });
      const ofNobody = await issuer.accessToken({ ...SIGNED_OUT, sub: undefined });

      for (const token of ['', 'x.y.z', forged, nonce, elsewhere, ofNobody]) {
        const body = new URLSearchParams({ logout_token: token });
        expect((await send(service, '/log-ud/fra-udsteder', { method: 'POST', body })).status).toBe(400);
      }
      expect((await anna.open('/tilsyn')).status).toBe(200);
      const believed = await issuer.accessToken(SIGNED_OUT);
      const body = new URLSearchParams({ logout_token: believed });
      expect((await send(service, '/log-ud/fra-udsteder', { method: 'POST', body })).status).toBe(200);
      expect((await anna.open('/tilsyn')).status).toBe(303);
    });
  });

  it('is asked to wait for where the issuer is silent', async () => {
    const quiet = await startEmptyService({ ...issuer.environment, OIDC_ISSUER: 'http://127.0.0.1:9' });

    const shown = await new IssuerVisitor(quiet.url).open('/log-ind');
    const open = await new IssuerVisitor(quiet.url).open('/was');
    await quiet.close();

    expect([shown.status, open.status]).toEqual([503, 200]);
  });
});
