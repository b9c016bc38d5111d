import type { CombinationRule } from './combination-rule.js';
import { decayWeight } from '../features/decay.js';
import type { KnownHistory } from '../known-history.js';
import { AUTHORITIES } from '../../shared/authority.js';

/** Beside likelihood: how bad what was found is, how vulnerable those are who live there, and the paper. */
export interface ScoreDimensions {
  /** Mean of the authorities' points, in hundredths: the likelihood part of the score. */
  readonly likelihoodPoints: number;
  /** 0-4, of what was found apart from documentation faults; null where nothing was ever found. */
  readonly severity: number | null;
  /** 0-4, the highest of the place's type and target groups; null where neither is known. */
  readonly vulnerability: number | null;
  /** Share (0-1) of visits with a documentation fault, recent ones weighing more; null where nobody looked. */
  readonly documentation: number | null;
}

/** So many imagined visits of usual severity are mixed in: one finding alone says little. */
const PRIOR_VISITS = 2;

/** Severity of what visits of all authorities found where they found something, recent visits weighing more. */
export function expectedSeverity(known: KnownHistory, usual: number): number | null {
  let sum = 0;
  let weights = 0;
  for (const authority of AUTHORITIES) {
    for (const visit of known.visits[authority]) {
      if (visit.harmSeverity === null || visit.harmSeverity === 0) continue;
      const weight = decayWeight(visit.occurredOn, known.asOf);
      sum += weight * visit.harmSeverity;
      weights += weight;
    }
  }
  return weights === 0 ? null : (sum + PRIOR_VISITS * usual) / (weights + PRIOR_VISITS);
}

export function vulnerabilityOf(known: KnownHistory, rule: CombinationRule): number | null {
  const groups = new Set(known.targetGroups);
  const levels = rule.vulnerabilityLevels
    .filter(({ kind, term }) => (kind === 'FACILITY_TYPE' ? term === known.facilityType : groups.has(term)))
    .map(({ level }) => level);
  return levels.length === 0 ? null : Math.max(...levels);
}

export function documentationShare(known: KnownHistory): number | null {
  let faulty = 0;
  let weights = 0;
  for (const authority of AUTHORITIES) {
    for (const visit of known.visits[authority]) {
      if (visit.documentationFaults === null) continue;
      const weight = decayWeight(visit.occurredOn, known.asOf);
      weights += weight;
      if (visit.documentationFaults > 0) faulty += weight;
    }
  }
  return weights === 0 ? null : faulty / weights;
}
