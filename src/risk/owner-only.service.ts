import { Injectable } from '@nestjs/common';
import { OwnerOnlyRepository, type ShownOwnerScore } from './owner-only.repository.js';

/** The second score of the authority that has secret facts: kept apart from the shared one from reading to showing. */
@Injectable()
export class OwnerOnlyService {
  constructor(private readonly repository: OwnerOnlyRepository) {}

  async currentScores(facilityIds: readonly string[]): Promise<Map<string, ShownOwnerScore>> {
    const scores = await this.repository.currentScores(facilityIds);
    return new Map(scores.map((score) => [score.facilityId, score]));
  }
}
