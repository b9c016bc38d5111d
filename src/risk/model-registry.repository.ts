import type { DriftSnapshot } from '../domain/risk/registry/drift-alarms.js';
import type { ModelDecision } from '../domain/risk/registry/version-in-force.js';
import type { TrainedModel } from '../domain/risk/train-models.js';

export interface KeptDecision extends ModelDecision {
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

export abstract class ModelRegistryRepository {
  /** Oldest first. */
  abstract versions(): Promise<number[]>;
  /** One per authority; empty where there is no such version. */
  abstract modelsOf(version: number): Promise<TrainedModel[]>;
  /** Oldest first. */
  abstract decisions(): Promise<KeptDecision[]>;
  abstract decide(decision: ModelDecision, reason: string, decidedBy: string): Promise<void>;
  /** Of the first and the latest scoring with these models; empty before the first. */
  abstract snapshots(version: number): Promise<{ before: DriftSnapshot[]; now: DriftSnapshot[] }>;
}
