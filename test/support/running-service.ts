import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readConfiguration } from '../../src/config/configuration.js';
import { createApp } from '../../src/create-app.js';
import type { Identity } from '../../src/domain/shared/identity.js';
import { countryTemplate } from './country-template.js';
import { accessTokenFor, sessionCookieFor } from './signed-in.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import type { CountryTemplate } from './test-server.js';

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

/** About 60 places, imported, merged and scored; the same ones in all spec files of a run. */
export async function startService(environment: Record<string, string> = {}): Promise<RunningService> {
  return start(environment, await countryTemplate());
}

/** The same without any data: enough for what is decided before a question is answered, and quick to start. */
export async function startEmptyService(environment: Record<string, string> = {}): Promise<RunningService> {
  return start(environment);
}

async function start(
  environment: Record<string, string>,
  country?: CountryTemplate,
): Promise<RunningService> {
  const database = await createTestDatabase(country?.database);
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-service-'));
  if (country) cpSync(country.folder, dataFolder, { recursive: true });
  const configuration = readConfiguration({
    PORT: '0',
    SAMTILSYN_DATA: dataFolder,
    ...WITHOUT_RATES,
    ...environment,
  });
  const app = await createApp(configuration, database.dataSource);
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
