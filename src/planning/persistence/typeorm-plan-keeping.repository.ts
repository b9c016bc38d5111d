import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { PlacedVisit } from '../../domain/planning/changing/visit-change.js';
import type { PlannedForm } from '../../domain/planning/life-cycle/visit-modes.js';
import type { PolicyRule } from '../../domain/planning/policy.js';
import type { Authority, ResponsibleUnit } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import type {
  KeptPlan,
  KeptVisit,
  NewVersion,
  PartAnswerRow,
  PlanChange,
  PlanningDecision,
  PlanWeek,
  VisitFilter,
} from '../life-cycle/kept-plan.js';
import {
  PlanKeepingRepository,
  type ComparedGrounds,
  type ComparedRow,
  type VisitNoticeRow,
} from '../life-cycle/plan-keeping.repository.js';
import { conditionOf, CURRENT_PLAN, keptVisits, LATEST_ANSWER, WEEKS_OF_PLAN } from './kept-visit-sql.js';
import {
  ADD_VERSION,
  COMPARED_GROUNDS,
  COMPARED_VISITS,
  DECISION,
  NOTICE_RULES,
  PLAN_CHANGE,
  REVERSE_ADDED,
  REVERSE_ENDED,
  TOUCHED_LATER,
  VISITS_AROUND,
} from './plan-keeping-sql.js';

@Injectable()
export class TypeormPlanKeepingRepository extends PlanKeepingRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async findPlan(id: string, forUpdate: boolean): Promise<KeptPlan | undefined> {
    const [plan] = await this.transactions.query<KeptPlan>(
      `select id, kind, state, revision, based_on as "basedOn", horizon_from::text as "horizonFrom",
         horizon_weeks as "horizonWeeks" from plans where id = $1 ${forUpdate ? 'for update' : ''}`,
      [id],
    );
    return plan;
  }

  async currentPlanId(): Promise<string | undefined> {
    const [plan] = await this.transactions.query<{ id: string | null }>(`select ${CURRENT_PLAN} as id`);
    return plan?.id ?? undefined;
  }

  async visits(filter: VisitFilter, limit: number, offset: number): Promise<KeptVisit[]> {
    const { condition, parameters } = conditionOf(filter);
    const page = `order by visit.week_start, visit.id limit $${parameters.length + 1} offset $${parameters.length + 2}`;
    return this.transactions.query<KeptVisit>(keptVisits(condition, page), [...parameters, limit, offset]);
  }

  async visitsOf(facilityIds: readonly string[]): Promise<KeptVisit[]> {
    const condition = `visit.plan_id = ${CURRENT_PLAN} and visit.facility_id = any ($1::uuid[])`;
    return this.transactions.query<KeptVisit>(keptVisits(condition, ''), [facilityIds]);
  }

  async comparison(from: string, to: string): Promise<{ visits: ComparedRow[]; grounds: ComparedGrounds[] }> {
    return {
      visits: await this.transactions.query<ComparedRow>(COMPARED_VISITS, [from, to]),
      grounds: await this.transactions.query<ComparedGrounds>(COMPARED_GROUNDS, [from, to]),
    };
  }

  async visitsAround(
    planId: string,
    facilityId: string,
    offices: readonly { responsibleUnit: ResponsibleUnit; office: string }[],
  ): Promise<PlacedVisit[]> {
    return this.transactions.query<PlacedVisit>(VISITS_AROUND, [planId, facilityId, JSON.stringify(offices)]);
  }

  async countVisits(filter: VisitFilter): Promise<number> {
    const { condition, parameters } = conditionOf(filter);
    const [row] = await this.transactions.query<{ count: number }>(
      `select count(*)::int as count from planned_visits visit where visit.until_revision is null and ${condition}`,
      parameters,
    );
    return row?.count ?? 0;
  }

  async weeks(filter: VisitFilter): Promise<PlanWeek[]> {
    const { condition, parameters } = conditionOf(filter);
    return this.transactions.query<PlanWeek>(WEEKS_OF_PLAN(condition), parameters);
  }

  async replaceVersion(
    planId: string,
    versionId: string | null,
    next: NewVersion | null,
    revision: number,
  ): Promise<string | null> {
    if (versionId !== null) {
      await this.transactions.query('update planned_visits set until_revision = $2 where id = $1', [
        versionId,
        revision,
      ]);
    }
    if (next === null) return null;
    const id = randomUUID();
    await this.transactions.query(ADD_VERSION.visit, [
      id,
      next.visitId,
      planId,
      next.facilityId,
      next.weekStart,
      next.mode,
      next.visitDays,
      revision,
    ]);
    await this.transactions.query(ADD_VERSION.parts, [
      id,
      planId,
      next.facilityId,
      JSON.stringify(next.parts),
    ]);
    return id;
  }

  async addChange(
    change: Omit<PlanChange, 'changedAt'> & { changedBy: string; authority: Authority },
  ): Promise<void> {
    await this.transactions.query(
      `insert into plan_changes (plan_id, revision, kind, visit_id, facility_id, reason, undoes, changed_by, authority, responsible_unit)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        change.planId,
        change.revision,
        change.kind,
        change.visitId,
        change.facilityId,
        change.reason,
        change.undoes,
        change.changedBy,
        change.authority,
        change.responsibleUnit,
      ],
    );
  }

  async changes(planId: string, limit: number, visitId?: string): Promise<PlanChange[]> {
    return this.transactions.query<PlanChange>(
      `${PLAN_CHANGE} where plan_id = $1 and ($3::uuid is null or visit_id = $3) order by revision desc limit $2`,
      [planId, limit, visitId ?? null],
    );
  }

  async reverse(planId: string, undoes: number, revision: number): Promise<boolean> {
    const [later] = await this.transactions.query<{ is_touched: boolean }>(TOUCHED_LATER, [planId, undoes]);
    if (later?.is_touched !== false) return false;
    const former = await this.transactions.query<{ id: string; next_id: string }>(
      'select id, gen_random_uuid() as next_id from planned_visits where plan_id = $1 and until_revision = $2',
      [planId, undoes],
    );
    await this.transactions.query(REVERSE_ADDED, [planId, undoes, revision]);
    for (const { id, next_id: next } of former) {
      await this.transactions.query(REVERSE_ENDED.visit, [id, next, revision]);
      await this.transactions.query(REVERSE_ENDED.parts, [id, next]);
    }
    return true;
  }

  async addAnswers(answers: readonly PartAnswerRow[]): Promise<void> {
    await this.transactions.query(
      `insert into visit_part_answers (planned_visit_id, plan_id, authority, responsible_unit, answer, reason, proposed_week, answered_by)
       select "versionId", "planId", authority, "responsibleUnit", answer, reason, "proposedWeek", "answeredBy"
       from jsonb_to_recordset($1::jsonb) as given ("versionId" uuid, "planId" uuid, authority text, "responsibleUnit" text,
         answer text, reason text, "proposedWeek" date, "answeredBy" text)`,
      [JSON.stringify(answers)],
    );
  }

  async acceptAll(planId: string, unit: ResponsibleUnit, by: string): Promise<number> {
    const accepted = await this.transactions.query<object>(
      `insert into visit_part_answers (planned_visit_id, plan_id, authority, responsible_unit, answer, answered_by)
       select part.planned_visit_id, part.plan_id, part.authority, part.responsible_unit, 'ACCEPTED', $3
       from planned_visits visit join planned_visit_parts part on part.planned_visit_id = visit.id ${LATEST_ANSWER}
       where visit.plan_id = $1 and visit.until_revision is null and part.responsible_unit = $2 and given.answer is null
       returning 1`,
      [planId, unit, by],
    );
    return accepted.length;
  }

  async setRevision(planId: string, revision: number): Promise<void> {
    await this.transactions.query('update plans set revision = $2 where id = $1', [planId, revision]);
  }

  async publish(planId: string, by: string): Promise<void> {
    await this.transactions.query(
      `update plans set state = 'HISTORIC', replaced_at = clock_timestamp() where state = 'PUBLISHED' and kind = 'RISK_BASED'`,
    );
    await this.transactions.query(
      `update plans set state = 'PUBLISHED', published_at = clock_timestamp(), published_by = $2 where id = $1`,
      [planId, by],
    );
  }

  async partStates(planId: string): Promise<{ state: KeptVisit['parts'][number]['state'] }[]> {
    return this.transactions.query(
      `select coalesce(given.answer, 'PROPOSED') as state from planned_visits visit
       join planned_visit_parts part on part.planned_visit_id = visit.id ${LATEST_ANSWER}
       where visit.plan_id = $1 and visit.until_revision is null`,
      [planId],
    );
  }

  async decisions(facilityId: string): Promise<PlanningDecision[]> {
    return this.transactions.query<PlanningDecision>(
      `select ${DECISION} from planning_decisions where facility_id = $1 and withdrawn_at is null order by week_from, authority`,
      [facilityId],
    );
  }

  async addDecision(
    decision: Omit<PlanningDecision, 'id' | 'decidedAt'> & { decidedBy: string },
  ): Promise<PlanningDecision> {
    const [added] = await this.transactions.query<PlanningDecision>(
      `insert into planning_decisions (kind, facility_id, authority, responsible_unit, week_from, week_to, reason, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${DECISION}`,
      [
        decision.kind,
        decision.facilityId,
        decision.authority,
        decision.responsibleUnit,
        decision.weekFrom,
        decision.weekTo,
        decision.reason,
        decision.decidedBy,
      ],
    );
    return added!;
  }

  async withdrawDecision(id: string, by: string): Promise<PlanningDecision | undefined> {
    const [withdrawn] = await this.transactions.query<PlanningDecision>(
      `with withdrawn as (update planning_decisions set withdrawn_by = $2, withdrawn_at = clock_timestamp()
         where id = $1 and withdrawn_at is null returning *)
       select ${DECISION} from withdrawn`,
      [id, by],
    );
    return withdrawn;
  }

  async withdrawPin(facilityId: string, unit: ResponsibleUnit, by: string): Promise<void> {
    await this.transactions.query(
      `update planning_decisions set withdrawn_by = $3, withdrawn_at = clock_timestamp()
       where facility_id = $1 and responsible_unit = $2 and kind = 'PIN' and withdrawn_at is null`,
      [facilityId, unit, by],
    );
  }

  async usualForm(authority: Authority, on: Day): Promise<PlannedForm> {
    const [rule] = await this.transactions.query<{ form: PlannedForm }>(
      `select form from visit_form_rules where authority = $1 and $2 between valid_from and coalesce(valid_to, $2)`,
      [authority, on],
    );
    return rule?.form ?? 'UNANNOUNCED';
  }

  async noticeRules(): Promise<PolicyRule[]> {
    return this.transactions.query<PolicyRule>(NOTICE_RULES);
  }

  async addNotice(visit: KeptVisit, visitOn: Day, notifiedOn: Day, by: string): Promise<void> {
    await this.transactions.query(
      `insert into visit_notices (planned_visit_id, facility_id, authorities, mode, visit_on, notified_on, notified_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        visit.versionId,
        visit.facilityId,
        visit.parts.map(({ authority }) => authority),
        visit.mode,
        visitOn,
        notifiedOn,
        by,
      ],
    );
  }

  async withdrawNotice(versionId: string, on: Day): Promise<void> {
    await this.transactions.query(
      'update visit_notices set withdrawn_on = $2 where planned_visit_id = $1 and withdrawn_on is null',
      [versionId, on],
    );
  }

  async noticesOf(facilityIds: readonly string[]): Promise<VisitNoticeRow[]> {
    return this.transactions.query<VisitNoticeRow>(
      `select id, facility_id as "facilityId", authorities, mode, visit_on::text as "visitOn",
         notified_on::text as "notifiedOn", withdrawn_on::text as "withdrawnOn"
       from visit_notices where facility_id = any ($1::uuid[]) order by visit_on, id`,
      [facilityIds],
    );
  }
}
