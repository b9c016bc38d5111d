import { DevelopmentUsers } from '../../../src/access/development/development-users.js';
import { send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { Visitor } from '../pages/visitor.js';
import { addFacility } from './granting.js';

const QUESTION = '/graphql?query=%7BriskBands%7Bband%7D%7D';

describe('the development sign-in', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startEmptyService();
    await addFacility(service.database, { name: 'Åkanden', cvrNumbers: ['13748136'] });
  });
  afterAll(() => service.close());

  async function tokenFor(client: string, secret = 'kun-til-udvikling'): Promise<Answer> {
    return send(service, '/udvikler-issuer/token', {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  }

  it('takes a newcomer from the first page over the choice of a person to their work', async () => {
    const newcomer = new Visitor(service);

    const question = await newcomer.askedWho('/');
    const arrived = await newcomer.signInAs('planlaegger-midt', '/');

    expect(question.status).toBe(200);
    expect(question.html).toContain('Pernille Planlægger');
    expect(question.html).toContain('Tilde Tilbud (Åkanden)');
    expect(arrived.location).toBe('/');
    expect((await newcomer.open('/')).location).toBe('/tilsyn');
  });

  it('lets everybody of the list in, each as what the list says', async () => {
    const users = await service.app.get(DevelopmentUsers).list();
    expect(users.map(({ key }) => key)).toEqual(service.app.get(DevelopmentUsers).keys);

    for (const { key, identities } of users) {
      const { location } = await new Visitor(service).signInAs(key);
      expect([key, location]).toEqual([key, identities.length === 1 ? '/' : '/log-ind/rolle']);
    }
  });

  it('asks again after signing out, so that one can be another', async () => {
    const visitor = new Visitor(service);
    await visitor.signInAs('planlaegger-midt');
    await visitor.post('/log-ud', {});

    expect((await visitor.askedWho()).action).not.toBe('');
    await visitor.signInAs('ministerium');
    expect((await visitor.open('/')).html).toContain('Analytiker i et ministerium');
  });

  it('works where the machine is called localhost, too', async () => {
    const { port } = new URL(service.url);
    const shown = await fetch(`http://localhost:${port}/log-ind?videre=%2Fplan`, { redirect: 'manual' });

    expect(shown.headers.get('location')).toBe(`${service.url}/log-ind?videre=%2Fplan`);
  });

  it('gives programs a token for each of its people, for the price of a known secret', async () => {
    const granted = await tokenFor('planlaegger-midt');
    const { access_token: token } = granted.body as unknown as { access_token: string };
    const answer = await send(service, QUESTION, { headers: { authorization: `Bearer ${token}` } });

    expect(answer.body?.data).toHaveProperty('riskBands');
    expect((await tokenFor('planlaegger-midt', 'another')).status).toBe(401);
    expect((await tokenFor('nobody')).status).toBe(401);
  });

  it('gives its machine a token of a machine', async () => {
    const { access_token: token } = (await tokenFor('udvikler-maskine')).body as unknown as {
      access_token: string;
    };
    const answer = await send(service, QUESTION, { headers: { authorization: `Bearer ${token}` } });

    expect(answer.body?.errors?.[0]?.message).toBe('The role INTEGRATION_CLIENT may not do this.');
  });

  it('is not there where it is switched off', async () => {
    const without = await startEmptyService({ SAMTILSYN_DEVELOPMENT_SIGN_IN: 'off' });

    const page = await send(without, '/log-ind', { headers: { accept: 'text/html' } });
    const issuer = await send(without, '/udvikler-issuer/.well-known/openid-configuration');
    const question = await send(without, '/udvikler-log-ind/x');
    const token = await send(without, QUESTION, {
      headers: { authorization: `Bearer ${service.ticketFor({ role: 'MINISTRY_ANALYST', person: 'x' })}` },
    });
    await without.close();

    expect([page.status, page.text.includes('Her kan ingen logge ind endnu')]).toEqual([200, true]);
    expect([issuer.status, question.status, token.status]).toEqual([404, 404, 401]);
  });
});
