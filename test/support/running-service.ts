import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfiguration } from '../../src/config/configuration.js';
import { createApp } from '../../src/create-app.js';
import { writeDemoDrop } from '../../src/demo/write-demo-drop.js';
import { Importer } from '../../src/deliveries/import/importer.service.js';
import type { Day } from '../../src/domain/shared/day.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { RiskService } from '../../src/risk/risk.service.js';
import { accessTokenFor, sessionCookieFor } from './signed-in.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const DROP = {
  places: 60,
  seed: 7,
  deliveredOn: '2026-10-05' as Day,
  from: '2019-01-01' as Day,
};

/** The whole service over real HTTP, on a database of its own that holds a small demo country. */
export interface RunningService {
  /** Without a slash at the end, e.g. http://127.0.0.1:40123. */
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** The service's own data folder, removed at the end. */
  readonly folder: string;
  /** An access token of the development issuer, for the header of a program; pages take it too. */
  ticketFor(identity: Identity): string;
  /** The session cookie of a browser in which somebody with this identity has signed in. */
  cookieFor(identity: Identity): Promise<string>;
  close(): Promise<void>;
}

// Specs ask faster than people do; the rates have specs of their own.
const WITHOUT_RATES = {
  SAMTILSYN_RATE_PER_IDENTITY: '1000000',
  SAMTILSYN_RATE_PER_ADDRESS: '1000000',
  SAMTILSYN_SIGN_IN_RATE: '1000000',
};

/** About 60 places, imported, merged and scored; the same ones every time, but with new ids. */
export async function startService(environment: Record<string, string> = {}): Promise<RunningService> {
  return start(environment, fillWithDemoCountry);
}

/** The same without any data: enough for what is decided before a question is answered, and quick to start. */
export async function startEmptyService(environment: Record<string, string> = {}): Promise<RunningService> {
  return start(environment, () => Promise.resolve());
}

async function start(
  environment: Record<string, string>,
  fill: (app: NestExpressApplication, folder: string) => Promise<void>,
): Promise<RunningService> {
  const database = await createTestDatabase();
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-service-'));
  const configuration = readConfiguration({
    PORT: '0',
    SAMTILSYN_DATA: dataFolder,
    ...WITHOUT_RATES,
    ...environment,
  });
  const app = await createApp(configuration, database.dataSource);
  await fill(app, path.join(dataFolder, 'drop'));
  await app.listen(0, '127.0.0.1');
  return {
    url: await app.getUrl(),
    app,
    database,
    folder: dataFolder,
    ticketFor: (identity) => accessTokenFor(app, identity),
    cookieFor: (identity) => sessionCookieFor(app, identity),
    close: async () => {
      await app.close();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function fillWithDemoCountry(app: NestExpressApplication, folder: string): Promise<void> {
  const silently = (): void => undefined;
  await writeDemoDrop(folder, DROP);
  await app.get(Importer).importDrop(folder, 'test', silently);
  await app.get(RiskService).scoreAll('test', silently);
}
