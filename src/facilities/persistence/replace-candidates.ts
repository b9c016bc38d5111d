import type { EntityManager } from 'typeorm';
import type { MatchCandidate } from '../../domain/facility/match/match-candidate.js';
import type { CandidateChanges } from '../../domain/facility/match-facilities.js';
import { describe, type MatchModel } from '../../domain/facility/weigh/match-model.js';
import { copyRows } from './copy-rows.js';

const CREATE = `
  create temp table weighed_pairs (
    left_key text, right_key text, weights jsonb, total_weight numeric(7, 3), probability numeric(6, 5),
    state text, decided_by text
  ) on commit drop`;

const FORGET = `
  delete from match_candidates known where not exists (
    select from weighed_pairs pair where pair.left_key = known.left_key and pair.right_key = known.right_key)`;

const FORGET_GONE = `
  delete from match_candidates using unnest($1::text[], $2::text[]) as gone (one, other)
  where left_key = one and right_key = other`;

// Since when a pair is linked or asked about does not change with its weight.
const UPSERT = `
  insert into match_candidates (left_key, right_key, weights, total_weight, probability, state, decided_by, model_version)
  select left_key, right_key, weights, total_weight, probability, state, decided_by, $1 from weighed_pairs
  on conflict (left_key, right_key) do update set
    weights = excluded.weights, total_weight = excluded.total_weight, probability = excluded.probability,
    state = excluded.state, decided_by = excluded.decided_by, model_version = excluded.model_version,
    decided_at = case when (match_candidates.state, match_candidates.decided_by) = (excluded.state, excluded.decided_by)
      then match_candidates.decided_at else excluded.decided_at end
  where (match_candidates.weights, match_candidates.probability, match_candidates.state, match_candidates.decided_by)
    is distinct from (excluded.weights, excluded.probability, excluded.state, excluded.decided_by)`;

export async function keepModel(manager: EntityManager, { version, kinds }: MatchModel): Promise<void> {
  await manager.query(
    'insert into match_models (version, parameters) values ($1, $2) on conflict (version) do nothing',
    [version, JSON.stringify(describe(kinds))],
  );
}

/** Brings the stored pairs to `candidates`; pairs that are unchanged are left alone. */
export async function replaceCandidates(
  manager: EntityManager,
  candidates: Iterable<MatchCandidate>,
  modelVersion: string,
): Promise<void> {
  await manager.query(CREATE);
  await copyRows(manager, 'weighed_pairs', rowsOf(candidates));
  await manager.query(FORGET);
  await manager.query(UPSERT, [modelVersion]);
}

/** Writes what is told of pairs in another way than before. */
export async function changeCandidates(
  manager: EntityManager,
  { gone, news }: CandidateChanges,
  modelVersion: string,
): Promise<void> {
  await manager.query(CREATE);
  await copyRows(manager, 'weighed_pairs', rowsOf(news));
  await manager.query(FORGET_GONE, [gone.map(([left]) => left), gone.map(([, right]) => right)]);
  await manager.query(UPSERT, [modelVersion]);
}

function* rowsOf(candidates: Iterable<MatchCandidate>): Generator<(string | number)[]> {
  for (const { leftKey, rightKey, weights, totalWeight, probability, state, decidedBy } of candidates)
    yield [leftKey, rightKey, JSON.stringify(weights), totalWeight, probability, state, decidedBy];
}
