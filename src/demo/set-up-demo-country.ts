import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Configuration } from '../config/configuration.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { Importer } from '../deliveries/import/importer.service.js';
import type { ReportProgress } from '../deliveries/import/import-report.js';
import { addDays, dayInDenmark } from '../domain/shared/day.js';
import { Planner } from '../planning/planner.service.js';
import { RiskService } from '../risk/risk.service.js';
import { writeDemoDrop } from './write-demo-drop.js';

const NAME = 'demo-country';
const SEED = 1;
const DAYS_OF_HISTORY = 8 * 365;

/** Fills an empty database with the demo country: writes a drop, imports, merges, scores and plans. */
export async function setUpDemoCountry(
  services: INestApplicationContext,
  configuration: Configuration,
  onProgress: ReportProgress,
): Promise<void> {
  const places = configuration.demoPlaces;
  const deliveries = services.get(DeliveriesService);
  if (places === 0 || !(await deliveries.isUntouchedExceptFor(NAME))) return;
  const today = dayInDenmark(new Date());
  const folder = path.join(configuration.dataFolder, NAME);
  await writeDemoDrop(
    folder,
    { places, seed: SEED, deliveredOn: today, from: addDays(today, -DAYS_OF_HISTORY) },
    (done) => onProgress({ phase: `making a demo country of ${places} places`, done, total: places }),
  );
  await services.get(Importer).importDrop(folder, 'first start', onProgress);
  await services.get(RiskService).scoreAll('first start', onProgress);
  await services.get(Planner).makePlans(today, NAME, onProgress);
}
