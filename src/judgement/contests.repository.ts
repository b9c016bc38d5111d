import type { Day } from '../domain/shared/day.js';
import type { ContestState, DataContest, NewContest } from './data-contest.js';

export abstract class ContestsRepository {
  /** Whether the asker's place has this datum today. */
  abstract isOwnDatum(contest: NewContest): Promise<boolean>;
  abstract add(facilityId: string, contest: NewContest): Promise<string>;
  abstract addStep(
    contestId: string,
    step: Exclude<ContestState, 'FILED'>,
    explanation: string | null,
  ): Promise<void>;
  abstract find(contestId: string, today: Day): Promise<DataContest | undefined>;
  abstract contestsOf(facilityIds: readonly string[], today: Day): Promise<DataContest[]>;
  /** Without an answer yet, to be answered by the asker's own unit, the most urgent first. */
  abstract unanswered(today: Day): Promise<DataContest[]>;
}
