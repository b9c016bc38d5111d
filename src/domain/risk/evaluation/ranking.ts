/**
 * Visits put in the order of their scores, highest first, once; every figure of every resample is then one pass.
 * Rows with the same score share their ranks: a figure is what chance would give on average among them.
 */
export interface Ranking {
  /** Row numbers, highest score first. */
  readonly order: Uint32Array;
  /** 1 where the row in `order` begins a new score. */
  readonly beginsTie: Uint8Array;
}

export function rank(scores: ArrayLike<number>): Ranking {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => scores[b]! - scores[a]! || a - b,
  );
  const beginsTie = new Uint8Array(order.length);
  for (let place = 0; place < order.length; place += 1)
    beginsTie[place] = place === 0 || scores[order[place]!] !== scores[order[place - 1]!] ? 1 : 0;
  return { order, beginsTie };
}

/** How well an order finds the serious visits. */
export interface RankingFigures {
  /** Chance that a serious visit stands before one that is not, 0-1; .5 is chance. NaN where one of them is absent. */
  readonly auc: number;
  /** Share of serious visits in the first tenth, over the share of all. */
  readonly lift10: number;
  /** Share of all serious visits that stand in the first tenth, and in the first half. */
  readonly recall10: number;
  readonly recall50: number;
  /** Cohen's kappa of "as many first visits as are serious in all" against the outcome. */
  readonly kappa: number;
}

/** The figures of an order, each row counted `weights` times (0 leaves it out). */
export function rankingFigures(
  { order, beginsTie }: Ranking,
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number>,
): RankingFigures {
  let all = 0;
  let serious = 0;
  for (let row = 0; row < outcomes.length; row += 1) {
    all += weights[row]!;
    serious += weights[row]! * outcomes[row]!;
  }
  const budgets = [0.1 * all, 0.5 * all, serious];
  const found = [0, 0, 0];
  let passed = 0;
  let passedSerious = 0;
  let pairs = 0;
  for (let place = 0; place < order.length;) {
    let tied = 0;
    let tiedSerious = 0;
    do {
      const row = order[place]!;
      tied += weights[row]!;
      tiedSerious += weights[row]! * outcomes[row]!;
      place += 1;
    } while (place < order.length && beginsTie[place] === 0);
    const tiedGood = tied - tiedSerious;
    // Good ones of this score stand behind all serious ones passed, and share the place with those tied.
    pairs += tiedGood * (passedSerious + tiedSerious / 2);
    for (let budget = 0; budget < budgets.length; budget += 1) {
      const left = budgets[budget]! - passed;
      if (tied > 0 && left > 0) found[budget]! += ((left < tied ? left : tied) * tiedSerious) / tied;
    }
    passed += tied;
    passedSerious += tiedSerious;
  }
  const good = all - serious;
  // Of `serious` visits picked, found[2] are serious: a two by two table with equal margins.
  const share = serious / all;
  const agreed = (all - 2 * (serious - found[2]!)) / all;
  const byChance = share * share + (1 - share) * (1 - share);
  return {
    auc: pairs / (serious * good),
    lift10: found[0]! / (0.1 * all) / share,
    recall10: found[0]! / serious,
    recall50: found[1]! / serious,
    kappa: (agreed - byChance) / (1 - byChance),
  };
}
