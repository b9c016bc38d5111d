import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import type { Adoption } from '../domain/risk/evaluation/adopt-model.js';
import { timelineOf } from '../domain/risk/facility-timeline.js';
import { FEATURES } from '../domain/risk/features/features.js';
import type { RiskModel } from '../domain/risk/model/risk-model.js';
import { bandOf, type RiskBand } from '../domain/risk/risk-bands.js';
import type { FacilityScore } from '../domain/risk/risk-score.js';
import { TOO_LITTLE_DATA_RULE_VERSION_1 } from '../domain/risk/too-little-data.js';
import { trainModels, type TrainModelsOptions } from '../domain/risk/train-models.js';
import type { Authority } from '../domain/shared/authority.js';
import { addDays, type Day } from '../domain/shared/day.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import { ModelRegistry } from './model-registry.service.js';
import type { RangeFacts, ScoringOrder } from './jobs/score-places.js';
import { ScoreThread, ScoringCancelled } from './jobs/score-thread.js';
import { OwnerOnlyRepository } from './owner-only.repository.js';
import type { PlaceRange } from './place-range.js';
import { RiskRepository } from './risk.repository.js';
import { COMPARISON_SEED, HISTORY_DAYS, OUTCOME_DEFINITION } from './scoring-settings.js';
import type { CurrentScore, RiskRun, RunProgress, StoredScore } from './risk-run.js';

/** So many places are in memory of this thread at a time. */
const PLACES_PER_RANGE = 10_000;
const BEAT_MS = 400;

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
export class RiskService implements OnModuleDestroy {
  private readonly logger = new Logger(RiskService.name);
  private readonly running = new Map<string, ScoreThread>();

  constructor(
    private readonly repository: RiskRepository,
    private readonly transactions: Transactions,
    private readonly ownerOnly: OwnerOnlyRepository,
    private readonly registry: ModelRegistry,
  ) {}

  onModuleDestroy(): void {
    for (const thread of this.running.values()) thread.cancel();
  }

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
        const { message } = error as Error;
        const isCancelled = error instanceof ScoringCancelled;
        await this.write(() =>
          isCancelled ? this.repository.cancelRun(runId, message) : this.repository.failRun(runId, message),
        );
        throw isCancelled ? new ExpectedError('CONFLICT', message) : error;
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

  /** Stops a scoring within a second, in whatever process it runs. Throws NOT_FOUND where none with this id runs. */
  async cancelScoring(runId: string): Promise<void> {
    if (!(await this.write(() => this.repository.requestCancel(runId)))) {
      throw new ExpectedError('NOT_FOUND', 'No scoring with this id is running.');
    }
    this.running.get(runId)?.cancel();
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
    const { ranges, places } = await this.repository.placeRanges(PLACES_PER_RANGE);
    const version = await this.repository.nextModelVersion();
    const approved = await this.registry.inForce();
    // Models of another rule for what is serious do not score any more: new ones must be shown to hold first.
    const isUsable =
      approved?.models.every(
        ({ model }) => model.trainedThrough <= asOf && model.outcomeDefinition === OUTCOME_DEFINITION,
      ) === true;
    const bands = await this.repository.bands(asOf);
    const order: ScoringOrder = {
      options: optionsOf(version, asOf, firstVisitOn),
      policy: {
        tooLittleData: TOO_LITTLE_DATA_RULE_VERSION_1,
        combination: await this.repository.combinationRule(asOf),
        bands,
      },
      approved: isUsable ? approved.models : null,
      places,
    };
    return this.inThread(runId, order, onProgress, async (thread, told) => {
      const facts = await this.learnAll(thread, ranges, told);
      const { shared, owner } = await thread.train();
      if (shared.length === 0) {
        throw new ExpectedError(
          'BAD_INPUT',
          `As of ${asOf} there is no visit with a known outcome to train on.`,
        );
      }
      // All of it or nothing: nobody sees some places by the new models and others by the old ones.
      await this.write(async () => {
        const modelIds = isUsable
          ? await this.repository.modelIds(approved.version)
          : await this.repository.addModels(shared, version);
        if (owner) await this.ownerOnly.keepModel(runId, owner);
        for (const range of ranges) {
          const scores = await thread.score(facts ?? (await this.factsOf(range)));
          await this.repository.addScores(
            runId,
            scores.shared.flatMap((score) => stored(score, bands, modelIds)),
          );
          await this.ownerOnly.addScores(runId, scores.owner);
        }
        await this.transactions.refreshStatistics();
        await this.repository.finishRun(runId, places);
      });
      onProgress({ phase: 'scoring', done: places, total: places });
      const models = shared.map(({ model: { authority, rows, seriousRows, method }, adoption }) => ({
        authority,
        rows,
        seriousRows,
        method,
        adoption,
      }));
      return { runId, asOf, facilities: places, models };
    });
  }

  /** Tells the thread of all places; answers the facts where they are few enough to be kept until they are scored. */
  private async learnAll(
    thread: ScoreThread,
    ranges: readonly PlaceRange[],
    told: Report,
  ): Promise<RangeFacts | undefined> {
    let last: RangeFacts | undefined;
    for (const [index, range] of ranges.entries()) {
      told({ phase: 'reading histories', done: index, total: ranges.length });
      last = await this.factsOf(range);
      await thread.learn(last);
    }
    return ranges.length === 1 ? last : undefined;
  }

  private async factsOf(range: PlaceRange): Promise<RangeFacts> {
    return {
      histories: await this.repository.histories(range),
      concerns: await this.ownerOnly.concerns(range),
    };
  }

  // Beats while the thread works, so that others see how far it is and can stop it from any process.
  private async inThread<T>(
    runId: string,
    order: ScoringOrder,
    onProgress: Report,
    work: (thread: ScoreThread, told: Report) => Promise<T>,
  ): Promise<T> {
    let progress: RunProgress = { phase: 'reading histories', done: 0, total: 1 };
    const told: Report = (each) => {
      progress = each;
      onProgress(each);
    };
    const thread = new ScoreThread(order, told);
    this.running.set(runId, thread);
    const beating = setInterval(() => {
      void this.write(() => this.repository.noteProgress(runId, progress))
        .then((isUnwanted) => isUnwanted && thread.cancel())
        .catch((error: unknown) => this.logger.warn(error));
    }, BEAT_MS);
    try {
      return await work(thread, told);
    } finally {
      clearInterval(beating);
      this.running.delete(runId);
      await thread.close();
    }
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
