import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CurrentConfiguration } from '../../../src/config/config.module.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { startService, type RunningService } from '../../support/running-service.js';
import type { Badge } from './requests/identities.js';
import type { Route } from './requests/pages.js';

/** What the spec is told over the channel between the processes. */
export interface Started {
  readonly url: string;
  readonly badges: readonly Badge[];
  readonly routes: readonly Route[];
}
export interface Measured {
  /** Bytes in use after everything that can be collected was. */
  readonly heap: number;
  /** Files that uploads left behind. */
  readonly leftFiles: number;
}

const IDENTITIES: readonly Identity[] = [
  { role: 'PLANNER', person: 'planner', authority: 'SOCIALTILSYNET', unit: 'SOCIALTILSYN_MIDT' },
  { role: 'REGISTER_CLERK', person: 'clerk', authority: 'STPS', unit: 'STPS' },
  { role: 'VISITING_INSPECTOR', person: 'inspector', authority: 'ARBEJDSTILSYNET', unit: 'ARBEJDSTILSYNET' },
  { role: 'MINISTRY_ANALYST', person: 'analyst' },
];

/** A whole service in a process of its own, whose memory is then nobody else's. Needs --expose-gc. */
async function main(): Promise<void> {
  const service = await startService();
  const inbox = path.join(service.app.get(CurrentConfiguration).value.inboxFolder, 'arriving');
  process.on('message', (message) => {
    if (message === 'measure') void measure(inbox).then((measured) => process.send?.(measured));
    if (message === 'stop') void service.close().then(() => process.exit(0));
  });
  const identities = [...IDENTITIES, await facilityUser(service)];
  const badges = await Promise.all(
    identities.map(async (identity) => ({
      token: service.ticketFor(identity),
      cookie: await service.cookieFor(identity),
    })),
  );
  const routes = routesOf(service.app.getHttpAdapter().getInstance() as ExpressApp);
  process.send?.({ url: service.url, badges, routes } satisfies Started);
}

async function facilityUser({ database }: RunningService): Promise<Identity> {
  const found = await database.asOwner((client) =>
    client.query<{ id: string }>(
      'select facility_id as id from facility_profiles where ended_on is null limit 1',
    ),
  );
  return { role: 'FACILITY_USER', person: 'user', facilityId: found.rows[0]!.id };
}

interface ExpressApp {
  readonly router: {
    readonly stack: readonly { route?: { path: string; methods: Record<string, boolean> } }[];
  };
}

function routesOf({ router }: ExpressApp): Route[] {
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path: route.path }))
      : [],
  );
}

async function measure(inbox: string): Promise<Measured> {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await sleep(100);
  }
  return { heap: process.memoryUsage().heapUsed, leftFiles: filesIn(inbox) };
}

function filesIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

void main();
