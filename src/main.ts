import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { progressOn } from './cli/terminal.js';
import { BadConfiguration, readConfiguration, type Configuration } from './config/configuration.js';
import { createApp } from './create-app.js';
import { takeLock } from './database/embedded/shared-lock.js';
import { openDatabase, type OpenDatabase } from './database/open-database.js';
import { takeUpWhatWaits } from './deliveries/take-up-what-waits.js';
import { dayInDenmark } from './domain/shared/day.js';
import { PlanWatch } from './planning/watch/plan-watch.service.js';
import { setUpDemoCountry } from './demo/set-up-demo-country.js';

/** Starts the service: database, demo country where there is no data yet, then the API and the pages. */
async function main(): Promise<void> {
  const configuration = readConfiguration();
  refuseSecondServer(configuration);
  const database = await openDatabase(configuration);
  let app: NestExpressApplication | undefined;
  const stop = async (): Promise<void> => {
    await app?.close();
    await database.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  try {
    app = await start(configuration, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function start(configuration: Configuration, database: OpenDatabase): Promise<NestExpressApplication> {
  const app = await createApp(configuration, database.dataSource);
  const onProgress = progressOn(process.stderr);
  await setUpDemoCountry(app, configuration, onProgress);
  onProgress.end();
  takeUpWhatWaits(app);
  await app.listen(configuration.port, configuration.host);
  app.get(PlanWatch).start(configuration.planWatchSeconds, () => dayInDenmark(new Date()));
  process.stdout.write(`Samtilsyn is ready: ${await app.getUrl()}\n`);
  return app;
}

// Commands may share the embedded database; a second service would answer on the same data without knowing it.
function refuseSecondServer(configuration: Configuration): void {
  if (configuration.database.kind === 'separate') return;
  mkdirSync(configuration.dataFolder, { recursive: true });
  if (takeLock(path.join(configuration.dataFolder, 'service.lock'))) return;
  throw new BadConfiguration([
    `The data in ${configuration.dataFolder} is used by a running service; stop it, or set SAMTILSYN_DATA to another folder.`,
  ]);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof BadConfiguration ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
});
