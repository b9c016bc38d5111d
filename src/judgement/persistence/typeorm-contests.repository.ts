import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { Day } from '../../domain/shared/day.js';
import { ContestsRepository } from '../contests.repository.js';
import type { ContestState, DataContest, NewContest } from '../data-contest.js';

/** As they stand on day $1. A place is not told which person answered. */
const CONTESTS = `
  select contest.id, contest.facility_id as "facilityId", profile.name as "facilityName", contest.subject,
    contest.source_key as "sourceKey", contest.visit_key as "visitKey", contest.finding_key as "findingKey",
    contest.field, contest.stated_value as "statedValue", contest.claim, contest.authority, contest.unit,
    contest.filed_at as "filedAt", contest.answer_due_on::text as "answerDueOn",
    coalesce(latest.step, 'FILED') as state,
    contest.answer_due_on < $1::date and coalesce(latest.step, 'FILED') in ('FILED', 'TAKEN_UP') as "isOverdue",
    latest.explanation as answer, case when latest.explanation is not null then latest.taken_at end as "answeredAt",
    case when latest.explanation is not null and identity_role() <> 'FACILITY_USER' then latest.person end as "answeredBy"
  from data_contests contest
  left join facility_profiles profile on profile.facility_id = contest.facility_id
  left join lateral (
    select step.* from data_contest_steps step where step.contest_id = contest.id order by step.id desc limit 1
  ) latest on true`;

@Injectable()
export class TypeormContestsRepository extends ContestsRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async isOwnDatum({ sourceKey, visitKey, findingKey }: NewContest): Promise<boolean> {
    const rows = await this.transactions.query(
      `select 1 from facility_links link
       where link.source_key = $1 and link.facility_id = identity_facility() and link.valid_to is null
         and ($2::text is null or exists (select from inspection_visits visit
           where visit.visit_key = $2 and visit.source_key = $1))
         and ($3::text is null or exists (select from findings finding
           where finding.visit_key = $2 and finding.finding_key = $3))`,
      [sourceKey, visitKey ?? null, findingKey ?? null],
    );
    return rows.length > 0;
  }

  async add(facilityId: string, contest: NewContest): Promise<string> {
    const { subject, sourceKey, visitKey, findingKey, field, statedValue, claim } = contest;
    const [row] = await this.transactions.query<{ id: string }>(
      `insert into data_contests (facility_id, subject, source_key, visit_key, finding_key, field, stated_value, claim)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        facilityId,
        subject,
        sourceKey,
        visitKey ?? null,
        findingKey ?? null,
        field ?? null,
        statedValue ?? null,
        claim,
      ],
    );
    return row!.id;
  }

  async addStep(
    contestId: string,
    step: Exclude<ContestState, 'FILED'>,
    explanation: string | null,
  ): Promise<void> {
    await this.transactions.query(
      'insert into data_contest_steps (contest_id, step, explanation) values ($1, $2, $3)',
      [contestId, step, explanation],
    );
  }

  async find(contestId: string, today: Day): Promise<DataContest | undefined> {
    const [row] = await this.transactions.query<DataContest>(`${CONTESTS} where contest.id = $2`, [
      today,
      contestId,
    ]);
    return row;
  }

  async contestsOf(facilityIds: readonly string[], today: Day): Promise<DataContest[]> {
    return this.transactions.query<DataContest>(
      `${CONTESTS} where contest.facility_id = any ($2::uuid[]) order by contest.filed_at desc, contest.id`,
      [today, facilityIds],
    );
  }

  async unanswered(today: Day): Promise<DataContest[]> {
    return this.transactions.query<DataContest>(
      `${CONTESTS} where coalesce(latest.step, 'FILED') in ('FILED', 'TAKEN_UP')
         and contest.authority = identity_authority() and coalesce(contest.unit, identity_unit()) = identity_unit()
       order by contest.answer_due_on, contest.filed_at`,
      [today],
    );
  }
}
