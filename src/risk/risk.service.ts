import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { Adoption } from '../domain/risk/evaluation/adopt-model.js';
import type { FacilityTimeline } from '../domain/risk/facility-timeline.js';
import { timelineOf } from '../domain/risk/facility-timeline.js';
import { FEATURES } from '../domain/risk/features/features.js';
import { peerShares } from '../domain/risk/peer-shares.js';
import type { RiskModel } from '../domain/risk/model/risk-model.js';
import { bandOf, type RiskBand } from '../domain/risk/risk-bands.js';
import type { FacilityScore } from '../domain/risk/risk-score.js';
import { scorerOf, type Scorer } from '../domain/risk/score-authority.js';
import { scoreFacility, type ScoringPolicy } from '../domain/risk/score-facility.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from '../domain/risk/too-little-data.js';
import { trainModels, type TrainModelsOptions } from '../domain/risk/train-models.js';
import type { Authority } from '../domain/shared/authority.js';
import { addDays, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { ModelRegistry } from './model-registry.service.js';
import { OwnerOnlyService } from './owner-only.service.js';
import { RiskRepository } from './risk.repository.js';
import { COMPARISON_SEED, HISTORY_DAYS, OUTCOME_DEFINITION } from './scoring-settings.js';
import type { CurrentScore, RiskRun, StoredScore } from './risk-run.js';

const FACILITIES_PER_BREATH = 100;

export interface ScoringReport {
  readonly runId: string;
  readonly asOf: Day;
  readonly facilities: number;
  readonly models: readonly {
    readonly authority: Authority;
    readonly rows: number;
    readonly seriousRows: number;
    readonly method: RiskModel['method'];
    readonly adoption: Adoption;
  }[];
}

type Report = (progress: { phase: string; done: number; total: number }) => void;

/** Trains on the imported history, scores every place, and shows the current scores. */
@Injectable()
export class RiskService {
  private readonly logger = new Logger(RiskService.name);

  constructor(
    private readonly repository: RiskRepository,
    private readonly transactions: Transactions,
    private readonly ownerOnly: OwnerOnlyService,
    private readonly registry: ModelRegistry,
  ) {}

  /**
   * Scores all places as of a day, by models trained on what was known by then. Throws CONFLICT while another scoring
   * runs, BAD_INPUT where no register has been delivered by that day.
   */
  async scoreAll(
    requestedBy: string,
    onProgress: Report,
    asOf?: Day,
    onStart: (runId: string) => void = () => undefined,
  ): Promise<ScoringReport> {
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      if (!(await this.repository.lockScoring())) {
        throw new ExpectedError('CONFLICT', 'Another scoring is running; wait until it has ended.');
      }
      const delivered = await this.repository.lastDeliveredOn();
      const firstVisitOn = await this.repository.firstVisitOn();
      if (!delivered || !firstVisitOn) {
        throw new ExpectedError('BAD_INPUT', 'There is nothing to score: import a drop with visits first.');
      }
      const day = asOf ?? delivered;
      if (day < firstVisitOn) {
        throw new ExpectedError(
          'BAD_INPUT',
          `asOf is ${day}, but the first known visit was on ${firstVisitOn}.`,
        );
      }
      const runId = await this.write(async () => {
        await this.repository.failInterruptedRuns();
        return this.repository.startRun(day, requestedBy);
      });
      onStart(runId);
      try {
        return await this.score(runId, day, firstVisitOn, onProgress);
      } catch (error) {
        await this.write(() => this.repository.failRun(runId, (error as Error).message));
        throw error;
      }
    });
  }

  /** Trains a new version on all that is known and keeps it beside the one in force; nobody is scored by it yet. */
  async trainCandidate(onProgress: Report): Promise<number> {
    return this.transactions.run(SERVICE_IDENTITY, async () => {
      const trainedThrough = await this.repository.lastDeliveredOn();
      const firstVisitOn = await this.repository.firstVisitOn();
      if (!trainedThrough || !firstVisitOn) {
        throw new ExpectedError(
          'BAD_INPUT',
          'There is nothing to train on: import a drop with visits first.',
        );
      }
      onProgress({ phase: 'training', done: 0, total: 1 });
      const timelines = (await this.repository.histories()).map(timelineOf);
      const version = await this.repository.nextModelVersion();
      const trained = trainModels(timelines, FEATURES, optionsOf(version, trainedThrough, firstVisitOn));
      await this.repository.addModels(trained, version);
      return version;
    });
  }

  /** Starts a scoring in the background and returns the run to watch it by. */
  async startScoring(requestedBy: string, asOf?: Day): Promise<string> {
    return new Promise((resolve, reject) => {
      this.scoreAll(requestedBy, () => undefined, asOf, resolve).catch((error: Error) => {
        if (!(error instanceof ExpectedError)) this.logger.error(error);
        reject(error);
      });
    });
  }

  async findRun(runId: string): Promise<RiskRun | undefined> {
    return this.repository.findRun(runId);
  }

  async bands(asOf: Day): Promise<RiskBand[]> {
    return this.repository.bands(asOf);
  }

  async bandsOf(days: readonly Day[]): Promise<Map<string, RiskBand[]>> {
    const bands = await Promise.all(days.map((day) => this.repository.bands(day)));
    return new Map(days.map((day, index) => [day, bands[index]!]));
  }

  async currentScores(facilityIds: readonly string[]): Promise<Map<string, CurrentScore>> {
    const scores = await this.repository.currentScores(facilityIds);
    return new Map(scores.map((score) => [score.facilityId, score]));
  }

  async modelsById(ids: readonly string[]): Promise<Map<string, RiskModel>> {
    return this.repository.modelsById(ids);
  }

  private async score(
    runId: string,
    asOf: Day,
    firstVisitOn: Day,
    onProgress: Report,
  ): Promise<ScoringReport> {
    onProgress({ phase: 'reading histories', done: 0, total: 1 });
    const histories = await this.repository.histories();
    const bands = await this.repository.bands(asOf);
    onProgress({ phase: 'training', done: 0, total: 1 });
    const timelines = histories.map(timelineOf);
    await breathe();
    const version = await this.repository.nextModelVersion();
    const options = optionsOf(version, asOf, firstVisitOn);
    const approved = await this.registry.inForce();
    const isUsable = approved?.models.every(({ model }) => model.trainedThrough <= asOf) === true;
    const trained = isUsable ? approved.models : trainModels(timelines, FEATURES, options);
    if (trained.length === 0) {
      throw new ExpectedError(
        'BAD_INPUT',
        `As of ${asOf} there is no visit with a known outcome to train on.`,
      );
    }
    const scorers = trained.map(({ model }) =>
      scorerOf(model, FEATURES, peerShares(timelines, model.authority, FEATURES)),
    );
    const policy = {
      tooLittleData: TOO_LITTLE_DATA_RULE_VERSION_1,
      combination: await this.repository.combinationRule(asOf),
      bands,
    };
    const scores = await scoreTimelines(timelines, scorers, asOf, policy, onProgress);
    await this.write(async () => {
      const modelIds = isUsable
        ? await this.repository.modelIds(approved.version)
        : await this.repository.addModels(trained, version);
      await this.repository.addScores(
        runId,
        scores.flatMap((score) => stored(score, bands, modelIds)),
      );
      await this.ownerOnly.scoreAll(runId, timelines, bands, options);
      await this.transactions.refreshStatistics();
      await this.repository.finishRun(runId, scores.length);
    });
    onProgress({ phase: 'scoring', done: scores.length, total: scores.length });
    const summary = trained.map(({ model: { authority, rows, seriousRows, method }, adoption }) => ({
      authority,
      rows,
      seriousRows,
      method,
      adoption,
    }));
    return { runId, asOf, facilities: scores.length, models: summary };
  }

  private write<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work);
  }
}

function optionsOf(version: number, trainedThrough: Day, firstVisitOn: Day): TrainModelsOptions {
  return {
    version: String(version),
    outcomeDefinition: OUTCOME_DEFINITION,
    trainedThrough,
    firstVisitOn: addDays(firstVisitOn, HISTORY_DAYS),
    seed: COMPARISON_SEED,
  };
}

// The event loop gets its turn between places, so that requests are answered while all are scored.
async function scoreTimelines(
  timelines: readonly FacilityTimeline[],
  scorers: readonly Scorer[],
  asOf: Day,
  policy: ScoringPolicy,
  onProgress: Report,
): Promise<FacilityScore[]> {
  const scores: FacilityScore[] = [];
  for (const timeline of timelines) {
    scores.push(scoreFacility(timeline, scorers, asOf, policy));
    if (scores.length % FACILITIES_PER_BREATH === 0) {
      onProgress({ phase: 'scoring', done: scores.length, total: timelines.length });
      await breathe();
    }
  }
  return scores;
}

function stored(
  score: FacilityScore,
  bands: readonly RiskBand[],
  modelIds: ReadonlyMap<Authority, string>,
): StoredScore[] {
  const { facilityId } = score;
  const combined: StoredScore = {
    facilityId,
    authority: 'COMBINED',
    points: score.points,
    probability: null,
    interval: null,
    band: bandOf(score.points, bands).band,
    hasTooLittleData: score.hasTooLittleData,
    contributions: score.contributions,
    missing: [],
    modelId: null,
    dimensions: score.dimensions,
  };
  return [
    combined,
    ...score.authorities.map((part) => ({
      facilityId,
      authority: part.authority,
      points: part.points,
      probability: part.probability,
      interval: part.interval,
      band: null,
      hasTooLittleData: part.tooLittleData.length > 0,
      contributions: part.contributions,
      missing: part.missing,
      modelId: modelIds.get(part.authority) ?? null,
      dimensions: null,
    })),
  ];
}
