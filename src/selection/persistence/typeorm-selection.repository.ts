import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import type { PolicyRule } from '../../domain/planning/policy.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import type {
  Channel,
  DrawFacts,
  DrawOutcome,
  DrawPlace,
  FrameFact,
  NewSelection,
  RandomDraw,
  RandomShare,
  VisitSelection,
} from '../selection.js';
import { SelectionRepository } from '../selection.repository.js';
import { FRAME, OUTCOMES, POLICY } from './draw-frame.sql.js';

const DRAWS = `
  select draw.id, authority, period_from::text as "periodFrom", period_to::text as "periodTo",
    seed_hash as "seedHash", committed_at as "committedAt", drawn_at as "drawnAt", share,
    expected_visits as "expectedVisits", frame_size as "frameSize", sample_size as "sampleSize", told.seed
  from random_draws draw left join random_draw_seeds told on told.draw_id = draw.id
    and draw.period_to < (now() at time zone 'Europe/Copenhagen')::date`;

const SELECTIONS = `
  select id, facility_id as "facilityId", authority, channel, probability, period_from::text as "periodFrom",
    period_to::text as "periodTo", reason, selected_at as "selectedAt" from visit_selections`;

const SHARES = `
  select own.name as authority, random_share_of(own.name) as share,
    selection_parameter('RANDOM_SHARE') as "normalShare",
    random_share_of(own.name) < selection_parameter('RANDOM_SHARE') as "isReduced",
    (select jsonb_build_object('id', change.id::text, 'share', change.share, 'reason', change.reason,
       'requestedBy', change.requested_by, 'requestedAt', change.requested_at)
     from (select * from random_share_changes where authority = own.name order by id desc limit 1) change
     where change.needs_second and change.second_person is null) as awaiting
  from unnest(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS']) as own (name)`;

@Injectable()
export class TypeormSelectionRepository extends SelectionRepository {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async lockDraws(): Promise<void> {
    await this.transactions.query(`select pg_advisory_xact_lock(hashtext('samtilsyn random draws'))`);
  }

  async findDraw(authority: Authority, periodFrom: Day): Promise<RandomDraw | undefined> {
    const [draw] = await this.transactions.query<RandomDraw>(
      `${DRAWS} where authority = $1 and period_from = $2`,
      [authority, periodFrom],
    );
    return draw;
  }

  async commitDraw(authority: Authority, { from, to }: { from: Day; to: Day }, seed: string): Promise<void> {
    await this.transactions.query(
      `with draw as (
         insert into random_draws (authority, period_from, period_to, seed_hash)
         values ($1, $2, $3, encode(sha256(convert_to($4, 'UTF8')), 'hex')) returning id
       ) select id from draw`,
      [authority, from, to, seed],
    );
    await this.transactions.query(
      'insert into random_draw_seeds (draw_id, seed) select id, $3 from random_draws where authority = $1 and period_from = $2',
      [authority, from, seed],
    );
  }

  async seedOf(drawId: string): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ seed: string }>(
      'select seed from random_draw_seeds where draw_id = $1',
      [drawId],
    );
    return row?.seed;
  }

  async drawFacts(authority: Authority, on: Day): Promise<DrawFacts> {
    const places = await this.transactions.query<FrameFact>(FRAME, [authority, on]);
    const policy = await this.transactions.query<PolicyRule>(POLICY, [authority]);
    const [figures] = await this.transactions.query<{ visits: number; share: number }>(
      `select (select count(*)::int from inspection_visits
         where authority = $1 and occurred_on > $2::date - 365 and occurred_on <= $2::date) as visits,
         random_share_of($1) as share`,
      [authority, on],
    );
    return { places, policy, visitsLastYear: figures!.visits, share: figures!.share };
  }

  async storeDraw(
    draw: RandomDraw,
    places: readonly DrawPlace[],
    figures: { share: number; expectedVisits: number; frameSize: number; sampleSize: number },
  ): Promise<void> {
    const { share, expectedVisits, frameSize, sampleSize } = figures;
    await this.transactions.query(
      `update random_draws set drawn_at = clock_timestamp(), share = $2, expected_visits = $3, frame_size = $4,
         sample_size = $5 where id = $1`,
      [draw.id, share, expectedVisits, frameSize, sampleSize],
    );
    await this.transactions.query(
      `with stored as (
         insert into random_draw_places (draw_id, facility_id, arm, stratum, probability, is_drawn)
         select $1, "facilityId", arm, stratum, probability, "isDrawn"
         from jsonb_to_recordset($2::jsonb) as place ("facilityId" uuid, arm text, stratum text,
           probability double precision, "isDrawn" boolean)
         returning facility_id, probability, is_drawn
       )
       insert into visit_selections (facility_id, authority, channel, probability, period_from, period_to, draw_id)
       select facility_id, $3, 'RANDOM', probability, $4, $5, $1 from stored where is_drawn`,
      [draw.id, JSON.stringify(places), draw.authority, draw.periodFrom, draw.periodTo],
    );
  }

  async placesOf(drawId: string): Promise<DrawPlace[]> {
    return this.transactions.query<DrawPlace>(
      `select facility_id as "facilityId", arm, stratum, probability, is_drawn as "isDrawn"
       from random_draw_places where draw_id = $1 order by facility_id`,
      [drawId],
    );
  }

  async draws(): Promise<RandomDraw[]> {
    return this.transactions.query<RandomDraw>(
      `${DRAWS} order by period_from desc, array_position(array['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'], authority)`,
    );
  }

  async outcomes(today: Day): Promise<DrawOutcome[]> {
    return this.transactions.query<DrawOutcome>(OUTCOMES, [today]);
  }

  async randomShares(): Promise<RandomShare[]> {
    const shares = await this.transactions.query<RandomShare>(SHARES);
    // A moment inside JSON comes as text.
    return shares.map(({ awaiting, ...share }) => ({
      ...share,
      awaiting: awaiting && { ...awaiting, requestedAt: new Date(awaiting.requestedAt) },
    }));
  }

  async askForShare(authority: Authority, share: number, reason: string): Promise<void> {
    await this.transactions.query(
      'insert into random_share_changes (authority, share, reason) values ($1, $2, $3)',
      [authority, share, reason],
    );
  }

  async secondShare(changeId: string): Promise<void> {
    // The trigger writes down who agrees, whatever is said here, and refuses whoever asked.
    await this.transactions.query(
      'update random_share_changes set second_person = identity_person(), seconded_at = now() where id = $1',
      [changeId],
    );
  }

  async facilityExists(facilityId: string): Promise<boolean> {
    const rows = await this.transactions.query('select 1 from facility_profiles where facility_id = $1', [
      facilityId,
    ]);
    return rows.length > 0;
  }

  async addSelection(authority: Authority, selection: NewSelection): Promise<VisitSelection> {
    const { facilityId, channel, periodFrom, periodTo, reason } = selection;
    const [added] = await this.transactions.query<{ id: string }>(
      `insert into visit_selections (facility_id, authority, channel, probability, period_from, period_to, reason)
       values ($1, $2, $3, 1, $4, $5, $6) returning id`,
      [facilityId, authority, channel, periodFrom, periodTo, reason],
    );
    const [row] = await this.transactions.query<VisitSelection>(`${SELECTIONS} where id = $1`, [added!.id]);
    return row!;
  }

  async selectionsOf(facilityIds: readonly string[]): Promise<VisitSelection[]> {
    return this.transactions.query<VisitSelection>(
      `${SELECTIONS} where facility_id = any ($1::uuid[]) order by period_from desc, selected_at desc, id`,
      [facilityIds],
    );
  }

  async selectionsByChannel(): Promise<{ channel: Channel; selections: number }[]> {
    return this.transactions.query(
      'select channel, count(*)::int as selections from visit_selections group by channel',
    );
  }

  async fewestVisitsForPrevalence(): Promise<number> {
    const [row] = await this.transactions.query<{ value: number }>(
      `select selection_parameter('FEWEST_VISITS_FOR_PREVALENCE') as value`,
    );
    return row!.value;
  }
}
