import type { SourceRecord } from '../facility/source-record.js';
import type { Authority, ResponsibleUnit, SourceKey } from '../shared/authority.js';
import type { Day } from '../shared/day.js';

/** One completed visit of one authority at one of its units. */
export interface VisitFact {
  /** `<register>:<case>`, unique over all registers. */
  readonly visitKey: string;
  readonly authority: Authority;
  readonly sourceKey: SourceKey;
  readonly occurredOn: Day;
  /**
   * When others could know of the visit. STPS publishes a day; for the two others it is an assumption (visit + 30
   * days), which is dated and unconfirmed data and therefore null here: the database fills it in.
   */
  readonly publishedOn: Day | null;
  /** Announced, unannounced or in writing; null where the register does not say. */
  readonly form: 'ANNOUNCED' | 'UNANNOUNCED' | 'WRITTEN' | null;
  /** Why the authority came, in its own word (anledning, besoegstype, tilsynstype). */
  readonly occasionSourceTerm: string | null;
  /** The version of the quality model that the visit was measured by (Socialtilsynet: 2023, 2026). */
  readonly qualityModel: string | null;
  /** Pseudonymous inspector code. Never a predictor. */
  readonly inspectorCode: string | null;
}

/** One thing an authority noted at a visit, in its own words. */
export interface FindingFact {
  /** Unique within the visit and stable over deliveries. */
  readonly findingKey: string;
  readonly visitKey: string;
  readonly kind: 'THEME_SCORE' | 'REACTION' | 'CHECKPOINT' | 'OVERALL';
  /** Theme, problem area or checkpoint in the authority's own words; null for the visit as a whole. */
  readonly topic: string | null;
  /** The authority's own verdict, untouched: "påbud", "Strakspåbud", "ikke opfyldt", "2", "4,4". */
  readonly sourceTerm: string;
  /** Theme score 1.0-5.0 (Socialtilsynet) or overall category 0-3 (STPS); null otherwise. */
  readonly score: number | null;
  readonly dueOn: Day | null;
  readonly compliedOn: Day | null;
}

/** A reported work accident (arbejdsulykke). */
export interface AccidentFact {
  readonly accidentKey: string;
  readonly sourceKey: SourceKey;
  readonly occurredOn: Day;
  readonly kindSourceTerm: string;
  /** Days of absence, 0 or more. */
  readonly absenceDays: number;
}

/** A concern or whistleblower report (bekymringshenvendelse): known to the owning authority alone. */
export interface ConcernFact {
  readonly concernKey: string;
  readonly sourceKey: SourceKey;
  readonly receivedOn: Day;
  readonly topic: string;
  /** The authority's own scale, 1 (mild) - 3 (grave). */
  readonly gravity: 1 | 2 | 3;
}

/** An organisation unit in SOR; fills in what the STPS record of the same SOR code lacks. */
export interface SorUnitFact {
  readonly sorCode: string;
  readonly name: string;
  readonly cvrNumber: string | null;
  readonly pNumber: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly municipalityCode: string | null;
  readonly unitType: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** Someone who can be sent, under a pseudonymous code. Never scored. */
export interface InspectorFact {
  readonly inspectorCode: string;
  readonly authority: Authority;
  readonly responsibleUnit: ResponsibleUnit;
  /** The office's name as delivered. */
  readonly office: string;
  readonly homePostalCode: string | null;
  readonly competences: readonly string[];
  readonly hoursPerWeek: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export interface LeaveFact {
  readonly inspectorCode: string;
  readonly from: Day;
  /** Last day of the leave, inclusive. */
  readonly to: Day;
  readonly kindSourceTerm: string;
}

/** All that one row of one file says. A row may say several things: a unit, its visit and a finding. */
export interface RegisterFacts {
  readonly record?: SourceRecord;
  readonly visit?: VisitFact;
  readonly findings?: readonly FindingFact[];
  readonly accident?: AccidentFact;
  readonly concern?: ConcernFact;
  readonly sorUnit?: SorUnitFact;
  readonly inspector?: InspectorFact;
  readonly leave?: LeaveFact;
}
