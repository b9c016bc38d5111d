import { knownAsOf, type FacilityTimeline } from './facility-timeline.js';
import type { RiskFeature } from './features/risk-feature.js';
import type { Authority } from '../shared/authority.js';
import { addDays, daysBetween, type Day } from '../shared/day.js';

/** How visits of places of one kind ended, as known on a day. */
export interface PeerShares {
  /** Share (0-1) of serious visits in the group, drawn towards the share of all; null where nothing was known yet. */
  share(featureKey: string, group: string, asOf: Day): number | null;
}

const HALF_LIFE_DAYS = 365.25;
/** So many imagined visits at the share of all are mixed in: a rare kind must not say 0 % or 100 %. */
const PRIOR_VISITS = 30;
const ALL = '';

/** Groups nobody: for specs, and where no feature compares. */
export const NO_PEERS: PeerShares = { share: () => null };

/**
 * Looks up, for any day, the share among visits known by then; a visit counts half as much for every year of its age.
 * Each visit belongs to the group that its place had on the day before it.
 */
export function peerShares(
  timelines: readonly FacilityTimeline[],
  authority: Authority,
  features: readonly RiskFeature[],
): PeerShares {
  const comparing = features.filter((feature) => feature.peerGroup !== undefined);
  if (comparing.length === 0) return NO_PEERS;
  const visits = timelines
    .flatMap((timeline) => timeline.visits[authority].map((visit) => ({ timeline, visit })))
    .filter(({ visit }) => visit.serious !== null)
    .sort(
      (a, b) =>
        compare(a.visit.availableOn, b.visit.availableOn) || compare(a.visit.visitKey, b.visit.visitKey),
    );
  const first = visits[0]?.visit.occurredOn;
  if (first === undefined) return NO_PEERS;
  const sums = new Map<string, FadingSum>();
  const sumOf = (key: string): FadingSum => {
    const found = sums.get(key) ?? new FadingSum();
    sums.set(key, found);
    return found;
  };
  for (const { timeline, visit } of visits) {
    const known = knownAsOf(timeline, addDays(visit.occurredOn, -1), visit.plannedWith ?? undefined);
    const weight = 2 ** (daysBetween(first, visit.occurredOn) / HALF_LIFE_DAYS);
    sumOf(ALL).add(visit.availableOn, weight, visit.serious === true);
    for (const feature of comparing) {
      const group = feature.peerGroup?.(known) ?? null;
      if (group !== null)
        sumOf(`${feature.key} ${group}`).add(visit.availableOn, weight, visit.serious === true);
    }
  }
  return {
    share(featureKey, group, asOf) {
      const all = sums.get(ALL)?.asOf(asOf);
      if (!all || all.weight === 0) return null;
      const own = sums.get(`${featureKey} ${group}`)?.asOf(asOf) ?? { weight: 0, serious: 0 };
      // Weights grow from the first day on; today's worth of one visit brings them back.
      const prior = PRIOR_VISITS * 2 ** (daysBetween(first, asOf) / HALF_LIFE_DAYS);
      return (own.serious + (prior * all.serious) / all.weight) / (own.weight + prior);
    },
  };
}

/** Sums over visits in the order in which they became known, so that any day's sum is one search. */
class FadingSum {
  private readonly days: Day[] = [];
  private readonly weights: number[] = [];
  private readonly serious: number[] = [];

  add(availableOn: Day, weight: number, isSerious: boolean): void {
    this.days.push(availableOn);
    this.weights.push((this.weights.at(-1) ?? 0) + weight);
    this.serious.push((this.serious.at(-1) ?? 0) + (isSerious ? weight : 0));
  }

  asOf(day: Day): { readonly weight: number; readonly serious: number } {
    let low = 0;
    let high = this.days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.days[middle]! <= day) low = middle + 1;
      else high = middle;
    }
    return { weight: this.weights[low - 1] ?? 0, serious: this.serious[low - 1] ?? 0 };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
