import type { ComparableRecord } from '../match/comparable-record.js';

/** Records that are thought beside the given ones, so that a handful of records makes no value look common. */
const UNSEEN_RECORDS = 2_000;
/** Of these, the records of any one operator: nobody knows from a few records how many places it runs. */
const UNSEEN_OF_OPERATOR = 20;

/** How common names and operators are: agreeing in a rare one says more than in a common one. */
export class ValueShares {
  private readonly names = new Map<string, number>();
  private readonly words = new Map<string, number>();
  private readonly operators = new Map<string, number>();
  private readonly records: number;

  constructor(records: readonly ComparableRecord[]) {
    this.records = records.length + UNSEEN_RECORDS;
    for (const { names, cvrNumbers } of records) {
      if (names.length === 1) {
        const { core, words } = names[0]!;
        count(this.names, core);
        words.forEach((word, at) => words.indexOf(word) === at && count(this.words, word));
      } else {
        for (const core of new Set(names.map((name) => name.core))) count(this.names, core);
        for (const word of new Set(names.flatMap((name) => name.words))) count(this.words, word);
      }
      for (const cvrNumber of cvrNumbers) count(this.operators, cvrNumber);
    }
  }

  /** The share of records with the rarest name that both have. */
  ofCommonName(left: ComparableRecord, right: ComparableRecord): number {
    let rarest = this.records;
    for (const { core } of left.names) {
      if (right.names.some((name) => name.core === core))
        rarest = Math.min(rarest, this.names.get(core) ?? 1);
    }
    return rarest / this.records;
  }

  /** The share of records with the rarest word that both names have. */
  ofCommonWord(left: ComparableRecord, right: ComparableRecord): number {
    let rarest = this.records;
    for (const { words } of left.names) {
      for (const word of words) {
        if (right.names.some((name) => name.words.includes(word)))
          rarest = Math.min(rarest, this.words.get(word) ?? 1);
      }
    }
    return rarest === this.records ? 0 : rarest / this.records;
  }

  ofCommonOperator(left: ComparableRecord, right: ComparableRecord): number {
    let rarest = this.records;
    for (const cvrNumber of left.cvrNumbers) {
      if (right.cvrNumbers.includes(cvrNumber))
        rarest = Math.min(rarest, UNSEEN_OF_OPERATOR + (this.operators.get(cvrNumber) ?? 1));
    }
    return rarest / this.records;
  }
}

function count(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
