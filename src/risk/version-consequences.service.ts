import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { timelineOf } from '../domain/risk/facility-timeline.js';
import { FEATURES } from '../domain/risk/features/features.js';
import { peerShares } from '../domain/risk/peer-shares.js';
import { compareBands, type BandChanges } from '../domain/risk/registry/compare-bands.js';
import { bandOf } from '../domain/risk/risk-bands.js';
import { scorerOf } from '../domain/risk/score-authority.js';
import { scoreFacility } from '../domain/risk/score-facility.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from '../domain/risk/too-little-data.js';
import type { Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { ModelRegistry } from './model-registry.service.js';
import { RiskRepository } from './risk.repository.js';

const FACILITIES_PER_BREATH = 100;

/** What scoring by a version would change for places, against how they stand now. */
export interface VersionConsequences extends BandChanges {
  readonly version: number;
  readonly asOf: Day;
}

/** Scores all places by a version without keeping anything, so that whoever approves it knows what it does. */
@Injectable()
export class VersionConsequencesService {
  constructor(
    private readonly repository: RiskRepository,
    private readonly registry: ModelRegistry,
    private readonly transactions: Transactions,
  ) {}

  /** Throws BAD_INPUT where there is no such version, or nothing to score. */
  async of(version: number): Promise<VersionConsequences> {
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      const models = await this.registry.existing(version);
      const asOf = await this.repository.lastDeliveredOn();
      if (!asOf) throw new ExpectedError('BAD_INPUT', 'There is nothing to score: import a drop first.');
      const late = models.find(({ model }) => model.trainedThrough > asOf);
      if (late) {
        throw new ExpectedError(
          'BAD_INPUT',
          `Version ${version} knows facts until ${late.model.trainedThrough}, later than the last delivery, ${asOf}.`,
        );
      }
      const before = await this.repository.currentBands();
      const bands = await this.repository.bands(asOf);
      const timelines = (await this.repository.histories()).map(timelineOf);
      const scorers = models.map(({ model }) =>
        scorerOf(model, FEATURES, peerShares(timelines, model.authority, FEATURES)),
      );
      const policy = {
        tooLittleData: TOO_LITTLE_DATA_RULE_VERSION_1,
        combination: await this.repository.combinationRule(asOf),
        bands,
      };
      const after = new Map<string, { points: number; band: ReturnType<typeof bandOf>['band'] }>();
      for (const timeline of timelines) {
        const { points } = scoreFacility(timeline, scorers, asOf, policy);
        after.set(timeline.facilityId, { points, band: bandOf(points, bands).band });
        if (after.size % FACILITIES_PER_BREATH === 0) await breathe();
      }
      return { version, asOf, ...compareBands(before, after) };
    });
  }
}
