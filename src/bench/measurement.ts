import type { ParseArgsConfig } from 'node:util';

/** One measured figure, and whether it reaches its target; figures without a target are only reported. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  /** What the figure is counted in: `share`, `seconds`, `times`, `records` ... */
  readonly unit: string;
  /** The target in words, e.g. `at least 0.99`. */
  readonly target?: string;
  readonly isMet?: boolean;
}

/** One word after `npm run bench --`. */
export interface Bench {
  readonly name: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Says now and then on standard error what it is doing. */
  measure(
    options: Readonly<Record<string, unknown>>,
    say: (text: string) => void,
  ): AsyncIterable<Measurement>;
}

export function atLeast(name: string, value: number, target: number, unit = 'share'): Measurement {
  return { name, value: rounded(value), unit, target: `at least ${target}`, isMet: value >= target };
}

export function atMost(name: string, value: number, target: number, unit = 'share'): Measurement {
  return { name, value: rounded(value), unit, target: `at most ${target}`, isMet: value <= target };
}

export function reported(name: string, value: number, unit: string): Measurement {
  return { name, value: rounded(value), unit };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
