import { wilsonInterval, type Interval } from '../selection/wilson-interval.js';

/** A visit of one authority after somebody had set another band, and what the model expected of it. */
export interface OverriddenVisit {
  readonly isUp: boolean;
  readonly reasonCode: string;
  readonly isSerious: boolean;
  /** The model's probability when the band was set, 0-1. */
  readonly expected: number;
}

export interface OverrideOutcome {
  readonly direction: 'UP' | 'DOWN';
  /** null for all reasons together. */
  readonly reasonCode: string | null;
  readonly visits: number;
  readonly serious: number;
  /** Visits that ended as whoever set the band said: something serious where it was raised, nothing where lowered. */
  readonly overrideRight: number;
  /** The others, where the model's band was the better word. */
  readonly modelRight: number;
  /** Share of visits with a serious finding, 0-1; null where there were too few to say. */
  readonly share: number | null;
  readonly interval: Interval | null;
  /** What the model expected on average, 0-1; null without visits. */
  readonly expected: number | null;
  readonly verdict: 'TOO_FEW' | 'MODEL_WITHIN' | 'MODEL_TOO_LOW' | 'MODEL_TOO_HIGH';
}

/**
 * How overrides turned out against the model, up and down apart, and of each reason by itself: right to go up where the model was too low, right to
 * go down where it was too high. Below `fewest` visits the answer is "too few".
 */
export function reportOverrides(visits: readonly OverriddenVisit[], fewest: number): OverrideOutcome[] {
  return (['UP', 'DOWN'] as const).flatMap((direction) => {
    const ofDirection = visits.filter(({ isUp }) => isUp === (direction === 'UP'));
    const byReason = Map.groupBy(ofDirection, ({ reasonCode }) => reasonCode);
    return [
      outcomeOf(direction, null, ofDirection, fewest),
      ...[...byReason]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([reasonCode, ofReason]) => outcomeOf(direction, reasonCode, ofReason, fewest)),
    ];
  });
}

function outcomeOf(
  direction: 'UP' | 'DOWN',
  reasonCode: string | null,
  visits: readonly OverriddenVisit[],
  fewest: number,
): OverrideOutcome {
  const serious = visits.filter(({ isSerious }) => isSerious).length;
  const expected =
    visits.length === 0 ? null : visits.reduce((sum, visit) => sum + visit.expected, 0) / visits.length;
  const overrideRight = direction === 'UP' ? serious : visits.length - serious;
  const modelRight = visits.length - overrideRight;
  const counts = {
    direction,
    reasonCode,
    visits: visits.length,
    serious,
    overrideRight,
    modelRight,
    expected,
  };
  if (expected === null || visits.length < fewest) {
    return { ...counts, share: null, interval: null, verdict: 'TOO_FEW' };
  }
  const share = serious / visits.length;
  const interval = wilsonInterval(share, visits.length);
  const verdict =
    expected < interval.low ? 'MODEL_TOO_LOW' : expected > interval.high ? 'MODEL_TOO_HIGH' : 'MODEL_WITHIN';
  return { ...counts, share, interval, verdict };
}
