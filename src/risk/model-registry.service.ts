import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { driftAlarms, type DriftAlarm } from '../domain/risk/registry/drift-alarms.js';
import { FEATURES } from '../domain/risk/features/features.js';
import { modelCard } from '../domain/risk/registry/model-card.js';
import { modelRecord, recordDifference } from '../domain/risk/registry/model-record.js';
import { versionInForce } from '../domain/risk/registry/version-in-force.js';
import type { TrainedModel } from '../domain/risk/train-models.js';
import { ExpectedError } from '../domain/shared/expected-error.js';
import { SERVICE_IDENTITY } from '../domain/shared/identity.js';
import type { Day } from '../domain/shared/day.js';
import { RiskRepository } from './risk.repository.js';
import { ModelRegistryRepository, type KeptDecision } from './model-registry.repository.js';

export interface RegistryReport {
  readonly inForce: number | null;
  readonly versions: readonly {
    readonly version: number;
    readonly models: readonly TrainedModel[];
  }[];
  readonly decisions: readonly KeptDecision[];
  readonly alarms: readonly DriftAlarm[];
}

const LEAST_REASON = 10;

/** Which models there are, which of them scores, who said so, and whether the world has moved since. */
@Injectable()
export class ModelRegistry {
  constructor(
    private readonly repository: ModelRegistryRepository,
    private readonly risks: RiskRepository,
    private readonly transactions: Transactions,
  ) {}

  async report(): Promise<RegistryReport> {
    return this.asService(async () => {
      const decisions = await this.repository.decisions();
      const versions = await this.repository.versions();
      const inForce = versionInForce(decisions);
      const listed = await Promise.all(versions.map((version) => this.repository.modelsOf(version)));
      return {
        inForce: inForce ?? null,
        versions: versions.map((version, index) => ({
          version,
          models: listed[index]!,
        })),
        decisions,
        alarms: await this.alarms(inForce ?? versions.at(-1)),
      };
    });
  }

  /** The models that score; undefined where nobody has approved any. */
  async inForce(): Promise<{ readonly version: number; readonly models: TrainedModel[] } | undefined> {
    const version = versionInForce(await this.repository.decisions());
    return version === undefined ? undefined : { version, models: await this.repository.modelsOf(version) };
  }

  /** Takes a version into use in somebody's name. Throws BAD_INPUT for one that does not exist, or without name or reason. */
  async approve(version: number, reason: string, decidedBy: string): Promise<void> {
    refuseUnexplained(reason, decidedBy);
    await this.asService(async () => {
      await this.existing(version);
      await this.repository.decide({ version, decision: 'APPROVED' }, reason, decidedBy);
    });
  }

  /** Takes the version in force out of use and answers which one scores now, null where none was approved before. */
  async rollBack(
    reason: string,
    decidedBy: string,
  ): Promise<{ readonly from: number; readonly to: number | null }> {
    refuseUnexplained(reason, decidedBy);
    return this.asService(async () => {
      const from = versionInForce(await this.repository.decisions());
      if (from === undefined)
        throw new ExpectedError('BAD_INPUT', 'No version was approved, so none can be rolled back.');
      await this.repository.decide({ version: from, decision: 'ROLLED_BACK' }, reason, decidedBy);
      return { from, to: versionInForce(await this.repository.decisions()) ?? null };
    });
  }

  /** The record of a version, authority by authority; with `against`, what differs from that one. */
  async record(version: number, against?: number): Promise<string[]> {
    return this.asService(async () => {
      const record = recordOf(await this.existing(version));
      return against === undefined
        ? record
        : recordDifference(recordOf(await this.existing(against)), record);
    });
  }

  /** Throws BAD_INPUT, naming those there are, where there is no such version. */
  async existing(version: number): Promise<TrainedModel[]> {
    const models = await this.repository.modelsOf(version);
    if (models.length > 0) return models;
    const versions = await this.repository.versions();
    throw new ExpectedError(
      'BAD_INPUT',
      `There is no version ${version} of the models; there are ${versions.join(', ') || 'none'}.`,
    );
  }

  /** Model card and algorithm record of a version by the tables in force on the day; with `against`, what differs. */
  async card(version: number, today: Day, against?: number): Promise<string[]> {
    return this.asService(async () => {
      const bands = await this.risks.bands(today);
      const combination = await this.risks.combinationRule(today);
      const decisions = await this.repository.decisions();
      const inForce = versionInForce(decisions);
      const cardOf = async (each: number): Promise<string[]> =>
        modelCard(
          await this.existing(each),
          { version: each, inForce, decisions, bands, combination },
          FEATURES,
        );
      const card = await cardOf(version);
      return against === undefined ? card : recordDifference(await cardOf(against), card);
    });
  }

  private async alarms(version: number | undefined): Promise<DriftAlarm[]> {
    if (version === undefined) return [];
    const { before, now } = await this.repository.snapshots(version);
    return now.flatMap((snapshot) => {
      const first = before.find(({ authority }) => authority === snapshot.authority);
      return first ? driftAlarms(first, snapshot) : [];
    });
  }

  private asService<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(SERVICE_IDENTITY, work);
  }
}

// Each line says whose model it is about, so that records of several authorities can be compared as one.
function recordOf(models: readonly TrainedModel[]): string[] {
  return models.flatMap(({ model, adoption }) =>
    modelRecord(model, adoption).map((line) => `${model.authority} ${line}`),
  );
}

function refuseUnexplained(reason: string, decidedBy: string): void {
  if (decidedBy.trim().length < 2)
    throw new ExpectedError('BAD_INPUT', 'A named person decides: say who it is.');
  if (reason.trim().length < LEAST_REASON)
    throw new ExpectedError('BAD_INPUT', `reason is "${reason}"; write at least ${LEAST_REASON} letters.`);
}
