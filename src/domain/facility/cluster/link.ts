import type { Claim } from '../match/match-rules.js';

/** A decided pair: indices into the ordered records, left < right. */
export interface Link {
  readonly left: number;
  readonly right: number;
  readonly rule: string;
  readonly claim: Claim;
  /** 0-1. */
  readonly confidence: number;
}

/** Surest first; equal ones in the order of the records, so that the result never depends on the order of links. */
export function bySureness(a: Link, b: Link): number {
  return b.confidence - a.confidence || a.left - b.left || a.right - b.right;
}
