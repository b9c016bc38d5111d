import type { Counterfactual } from '../../domain/planning/explaining/changed-instance.js';
import type { SlotExplanation } from '../../domain/planning/explaining/explain-slot.js';
import type { TriedCounterfactual } from '../../domain/planning/explaining/what-would-change.js';
import type { PlacedVisit } from '../../domain/planning/changing/visit-change.js';
import type { PlanMeasures } from '../../domain/planning/evaluate-plan.js';
import type { SlotKey } from '../../domain/planning/plan.js';
import type { PlanReport } from '../../domain/planning/report/plan-report.js';
import type { HourPrice } from '../../domain/planning/solve-stage-one.js';
import type { Authority } from '../../domain/shared/authority.js';
import type { Day } from '../../domain/shared/day.js';
import type { PlanningFacts } from '../planning-facts.js';

/** What is asked about a plan; the place and authority name one visit, planned or missing. */
export type PlanQuestion =
  | { readonly kind: 'WHY'; readonly facilityId: string; readonly authority: Authority }
  | {
      readonly kind: 'WHAT_IF';
      readonly facilityId: string;
      readonly authority: Authority;
      readonly change: WantedCounterfactual;
    }
  | { readonly kind: 'PRICES' }
  | { readonly kind: 'REPORT' };

/** A counterfactual as somebody asks for it: weeks by their Mondays. */
export interface WantedCounterfactual {
  readonly probability12Months?: number | undefined;
  readonly hours?: number | undefined;
  readonly weekStart?: Day | undefined;
  readonly isPinned?: boolean | undefined;
}

export interface ExplainOrder {
  readonly facts: PlanningFacts;
  /** A Monday. */
  readonly startsOn: Day;
  readonly weeks: number;
  /** The plan as it stands, changes by hand included. */
  readonly visits: readonly PlacedVisit[];
  readonly question: PlanQuestion;
}

export interface WhyAnswer {
  readonly kind: 'WHY';
  readonly key: SlotKey;
  readonly told: SlotExplanation;
  /** The checker's own code agrees with the reason. */
  readonly isConfirmed: boolean;
  readonly gap: number;
  readonly changes: readonly TriedCounterfactual[];
}

export interface WhatIfAnswer {
  readonly kind: 'WHAT_IF';
  readonly key: SlotKey;
  readonly change: Counterfactual;
  readonly isPlanned: boolean;
  /** Null where the visit is not planned. */
  readonly week: number | null;
  /** Visits that move or go. */
  readonly givesWay: readonly SlotKey[];
  readonly before: PlanMeasures;
  readonly after: PlanMeasures;
}

export interface PricesAnswer {
  readonly kind: 'PRICES';
  readonly gap: number;
  readonly prices: readonly HourPrice[];
  /** What the year would be worth, in risk alone, with and without a single deadline. */
  readonly duties: {
    readonly visits: number;
    readonly hours: number;
    /** Of those hours, in visits that their risk alone would not have paid for. */
    readonly hoursBeyondRisk: number;
    readonly findingsWith: number;
    readonly findingsWithout: number;
    readonly harmWith: number;
    readonly harmWithout: number;
  };
}

export interface ReportAnswer {
  readonly kind: 'REPORT';
  readonly report: PlanReport;
}

/** NOT_ASKED: the place has no such visit in this plan, or the change cannot be understood. */
export type PlanAnswer =
  | WhyAnswer
  | WhatIfAnswer
  | PricesAnswer
  | ReportAnswer
  | { readonly kind: 'NOT_ASKED'; readonly message: string };
