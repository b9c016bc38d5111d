import { Injectable } from '@nestjs/common';
import { planDifferences, type PlanDifference } from '../../domain/planning/changing/plan-difference.js';
import { addDays } from '../../domain/shared/day.js';
import { PlanKeepingRepository } from './plan-keeping.repository.js';

/** Two plans side by side. */
@Injectable()
export class PlanComparisons {
  constructor(private readonly repository: PlanKeepingRepository) {}

  /** What changed from one plan to the other; empty where either does not exist. */
  async differences(from: string, to: string): Promise<(PlanDifference & { facilityName: string })[]> {
    const former = await this.repository.findPlan(from, false);
    const next = await this.repository.findPlan(to, false);
    if (!former || !next) return [];
    const { visits, grounds } = await this.repository.comparison(from, to);
    const ends = [former, next].map(({ horizonFrom, horizonWeeks }) =>
      addDays(horizonFrom, 7 * (horizonWeeks - 1)),
    );
    const names = new Map(visits.map(({ facilityId, facilityName }) => [facilityId, facilityName]));
    const of = (planId: string): typeof visits => visits.filter((visit) => visit.planId === planId);
    const having = (key: 'isClosed' | 'isAdded' | 'isDecided' | 'isRescored'): Set<string> =>
      new Set(grounds.filter((each) => each[key]).map(({ facilityId }) => facilityId));
    return planDifferences(of(from), of(to), {
      closed: having('isClosed'),
      added: having('isAdded'),
      decided: having('isDecided'),
      rescored: having('isRescored'),
      commonFrom: former.horizonFrom > next.horizonFrom ? former.horizonFrom : next.horizonFrom,
      commonTo: ends[0]! < ends[1]! ? ends[0]! : ends[1]!,
    }).map((difference) => ({ ...difference, facilityName: names.get(difference.facilityId) ?? '' }));
  }
}
