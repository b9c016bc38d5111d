import {
  classesOf,
  entryPointsOf,
  isOperation,
  type EntryPoint,
} from '../../../src/cli/access/entry-points.js';
import { ROLES, type Role } from '../../../src/domain/shared/identity.js';
import { send, type Answer } from '../../support/asking.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { anybody, SOME_PLACE } from '../graphql/people.js';
import { addFacility } from './granting.js';

/** What stands for every parameter of a path: the id of nothing. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

describe('pages and other routes', () => {
  let service: RunningService;
  let routes: readonly EntryPoint[];
  beforeAll(async () => {
    service = await startEmptyService();
    await addFacility(service.database, { id: SOME_PLACE });
    routes = entryPointsOf(classesOf(service.app)).filter(({ kind }) => !isOperation(kind));
  });
  afterAll(() => service.close());

  const filledIn = (path: string): string => path.replace(/:\w+/g, NOTHING);

  const ask = ({ kind, outsideName }: EntryPoint, role: Role | undefined): Promise<Answer> =>
    send(service, filledIn(outsideName), {
      method: kind === 'ALL' ? 'GET' : kind,
      headers: {
        accept: 'text/html',
        ...(role && { authorization: `Bearer ${service.ticketFor(anybody(role))}` }),
      },
    });

  it('let in whom they name, and nobody else', async () => {
    expect(routes.map(({ outsideName }) => outsideName)).toEqual(
      expect.arrayContaining(['/tilsyn', '/tilbud/:id', '/plan', '/leverancer', '/health/ready']),
    );
    for (const route of routes) {
      const letIn: Role[] = [];
      for (const role of ROLES) {
        const { status } = await ask(route, role);
        expect([route.outsideName, role, status]).not.toEqual([route.outsideName, role, 401]);
        expect([route.outsideName, role, status < 500]).toEqual([route.outsideName, role, true]);
        if (status !== 403) letIn.push(role);
      }
      const named = route.roles === 'EVERYBODY' ? ROLES : ROLES.filter((role) => route.roles!.includes(role));
      expect([route.kind, route.outsideName, letIn]).toEqual([route.kind, route.outsideName, named]);
    }
  });

  it('send those who have not signed in away, but for what everybody may see', async () => {
    for (const route of routes) {
      const { status, headers } = await ask(route, undefined);
      const isSentAway = status === 401 || (headers.get('location') ?? '').startsWith('/log-ind');
      if (route.roles !== 'EVERYBODY')
        expect([route.outsideName, isSentAway]).toEqual([route.outsideName, true]);
    }
  });
});
