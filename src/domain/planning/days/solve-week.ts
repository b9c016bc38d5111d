import type { Placement, WeekPlan, WeekProblem } from './week-problem.js';
import { WeekState } from './week-state.js';
import { seededRandom, textHash, type Random } from '../../shared/seeded-random.js';

export interface WeekOptions {
  readonly seed: string;
  /** How often some events are taken out and put in anew; 0 leaves what the first filling gives. */
  readonly rebuilds: number;
  readonly isCancelled?: () => boolean;
}

const FEWEST = 2;
const MOST = 7;
const FIRST_TEMPERATURE = 1;
const LAST_TEMPERATURE = 0.01;
/** Spread of the noise that lets a rebuild find other teams, in hours. */
const NOISE_HOURS = 0.3;
const ASK_EVERY = 64;

/**
 * Gives the visits of a week their days and persons: each where it adds least travel and load, the hardest first; then
 * some are taken out and put in anew, over and over. Deterministic for a seed and a number of rebuilds.
 */
export function solveWeek(problem: WeekProblem, { seed, rebuilds, isCancelled }: WeekOptions): WeekPlan {
  const random = seededRandom(textHash(`${seed}/week`));
  const state = new WeekState(problem);
  keepAgreed(state);
  fill(state, hardestFirst(problem), () => 0);
  let best = state.placements.slice();
  let bestCost = state.cost();
  let cost = bestCost;
  if (problem.events.length === 0) return state.finished();
  for (let done = 0; done < rebuilds; done += 1) {
    if (done % ASK_EVERY === 0 && isCancelled?.()) break;
    const temperature = FIRST_TEMPERATURE * (LAST_TEMPERATURE / FIRST_TEMPERATURE) ** (done / rebuilds);
    const before = state.placements.slice();
    const chosen = pick(problem, state, random);
    for (const event of chosen) state.takeOut(event);
    const missing = before.flatMap((placement, event) => (placement ? [] : [event]));
    fill(state, [...shuffled(chosen, random), ...missing], () => NOISE_HOURS * random());
    const after = state.cost();
    if (after <= cost || random() < Math.exp((cost - after) / temperature)) cost = after;
    else restore(state, before);
    if (cost < bestCost - 1e-9) {
      bestCost = cost;
      best = state.placements.slice();
    }
  }
  restore(state, best);
  return state.finished();
}

/** Begins with what people work by today, as far as it can still be kept. */
function keepAgreed(state: WeekState): void {
  const { events } = state.problem;
  events.forEach(({ agreed }, event) => {
    if (agreed && state.isPossible(event, agreed)) state.put(event, agreed);
  });
}

function fill(state: WeekState, order: readonly number[], noise: () => number): void {
  for (const event of order) {
    if (state.placements[event]) continue;
    const found = state.bestPlacement(event, noise);
    if (found) state.put(event, found.placement);
  }
}

/** Duties and pins first, then those that need most people, then those with the fewest days. */
function hardestFirst({ events }: WeekProblem): number[] {
  const people = (event: number): number =>
    events[event]!.parts.reduce((sum, part) => sum + part.inspectors, 0);
  const rank = (event: number): number => (events[event]!.isMandatory ? 0 : 1);
  return [...events.keys()].sort(
    (a, b) =>
      rank(a) - rank(b) || people(b) - people(a) || events[a]!.days.length - events[b]!.days.length || a - b,
  );
}

/** Events near one of them, in place or on its day. */
function pick({ events }: WeekProblem, state: WeekState, random: Random): number[] {
  const first = Math.floor(random() * events.length);
  const wanted = Math.min(events.length, FEWEST + Math.floor(random() * (MOST - FEWEST + 1)));
  const byDay = random() < 0.5;
  const distance = (event: number): number => {
    const { at } = events[event]!;
    const near = Math.hypot(at.x - events[first]!.at.x, at.y - events[first]!.at.y);
    const isSameDay = state.placements[event]?.day === state.placements[first]?.day;
    return (byDay && isSameDay ? 0 : near) + 60 * random();
  };
  const keyed = [...events.keys()].map((event) => ({ event, key: event === first ? -1 : distance(event) }));
  return keyed
    .sort((a, b) => a.key - b.key || a.event - b.event)
    .slice(0, wanted)
    .map(({ event }) => event);
}

function shuffled(all: readonly number[], random: Random): number[] {
  return all
    .map((event) => ({ event, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ event }) => event);
}

function restore(state: WeekState, placements: readonly (Placement | undefined)[]): void {
  placements.forEach((placement, event) => {
    if (state.placements[event] !== placement) state.takeOut(event);
  });
  placements.forEach((placement, event) => {
    if (placement && !state.placements[event]) state.put(event, placement);
  });
}
