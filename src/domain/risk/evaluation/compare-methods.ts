import { byProbability, calibrationFigures, type CalibrationFigures } from './calibration-figures.js';
import { rank, rankingFigures, type Ranking, type RankingFigures } from './ranking.js';
import { interval95, resamples, type Interval } from './resample-facilities.js';
import type { VisitTable } from '../visit-table.js';

/** One way of ordering the visits, and what it takes for their probabilities. */
export interface Method {
  readonly name: string;
  /** Higher comes first. */
  readonly scores: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
}

export type Figures = RankingFigures & CalibrationFigures;
export type FigureName = keyof Figures;

export interface MethodFigures {
  readonly name: string;
  readonly figures: Figures;
  readonly intervals: Readonly<Record<FigureName, Interval>>;
}

/** The difference of one figure between two methods on the same resamples. */
export interface PairedGain {
  readonly over: string;
  readonly auc: number;
  readonly interval: Interval;
  /** True where the whole interval is above 0. */
  readonly isOutside: boolean;
}

export interface Comparison {
  readonly methods: readonly MethodFigures[];
  /** Of the first method over each of the others. */
  readonly gains: readonly PairedGain[];
}

const FIGURE_NAMES: readonly FigureName[] = [
  'auc',
  'lift10',
  'recall10',
  'recall50',
  'kappa',
  'brierGain',
  'ece',
];
export const RESAMPLES = 400;

/** Figures of all methods on the same visits, with intervals by place; the first method is compared with each other. */
export function compareMethods(
  visits: Pick<VisitTable, 'outcomes' | 'facilities' | 'rows'>,
  methods: readonly Method[],
  seed: number,
  resampleCount = RESAMPLES,
): Comparison {
  const prepared = methods.map((method) => ({
    ...method,
    ranking: rank(method.scores),
    order: byProbability(method.probabilities),
    drawn: [] as Figures[],
  }));
  const ones = new Float64Array(visits.rows).fill(1);
  const whole = prepared.map((method) => figuresOf(method, visits.outcomes, ones));
  for (const weights of resamples(visits.facilities, resampleCount, seed)) {
    for (const method of prepared) method.drawn.push(figuresOf(method, visits.outcomes, weights));
  }
  const [first, ...others] = prepared;
  return {
    methods: prepared.map(({ name, drawn }, index) => ({
      name,
      figures: whole[index]!,
      intervals: Object.fromEntries(
        FIGURE_NAMES.map((figure) => [figure, interval95(drawn.map((each) => each[figure]))]),
      ) as MethodFigures['intervals'],
    })),
    gains: others.map(({ name, drawn }, index) => {
      const interval = interval95(drawn.map((each, resample) => first!.drawn[resample]!.auc - each.auc));
      return {
        over: name,
        auc: whole[0]!.auc - whole[index + 1]!.auc,
        interval,
        isOutside: interval[0] > 0,
      };
    }),
  };
}

function figuresOf(
  method: Method & { readonly ranking: Ranking; readonly order: Uint32Array },
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number>,
): Figures {
  return {
    ...rankingFigures(method.ranking, outcomes, weights),
    ...calibrationFigures(method.order, method.probabilities, outcomes, weights),
  };
}
