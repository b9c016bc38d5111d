import type { INestApplicationContext } from '@nestjs/common';
import { Rematching } from '../facilities/rematching.service.js';
import { WaitingCorrections } from './import/waiting-corrections.service.js';

/**
 * Begins what people had asked for when the service stopped: rollbacks and mends, and places to be matched after a
 * decision. Both wait for a running import, and answer at once where nothing is left.
 */
export function takeUpWhatWaits(services: INestApplicationContext): void {
  services.get(WaitingCorrections, { strict: false }).begin();
  services.get(Rematching, { strict: false }).begin();
}
