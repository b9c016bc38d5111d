import type { RiskBands, ShownFacility } from './facility.query.js';
import type { Contest } from '../judgement/judgement.query.js';
import type { PlannedVisit } from './planned-visits.query.js';
import type { Score, Term } from './score.query.js';
import type { Source } from './sources.query.js';
import type { Finding, Visit } from './visits.query.js';

/** Valid answers of the API for specs of views; every part can be replaced. */
export function term(changes: Partial<Term> = {}): Term {
  return {
    kind: 'FEATURE',
    authority: 'SOCIALTILSYNET',
    key: 'OPEN_ENFORCEMENT_MEASURES',
    hundredths: 250,
    isActionable: true,
    sourceAuthority: null,
    label: { da: 'Åbne påbud', en: 'Open enforcement measures' },
    valueText: { da: '2', en: '2' },
    ...changes,
  };
}

export function baseline(authority: Term['authority'], hundredths: number): Term {
  return term({
    kind: 'BASELINE',
    authority,
    key: null,
    hundredths,
    isActionable: false,
    label: { da: 'Udgangspunkt', en: 'Starting point' },
    valueText: null,
  });
}

export function score(changes: Partial<Score> = {}): Score {
  const contributions = changes.contributions ?? [baseline('SOCIALTILSYNET', 1750), term()];
  return {
    asOf: '2026-10-05',
    points: contributions.reduce((sum, { hundredths }) => sum + hundredths, 0),
    band: 'MEDIUM',
    hasTooLittleData: false,
    explanation: [{ da: 'Scoren er 20,00 af 100 point.', en: 'The score is 20.00 of 100 points.' }],
    dimensions: { likelihoodPoints: 2000, severity: 2.7, vulnerability: 3, documentation: null },
    contributions,
    loweringChanges: [],
    authorities: [
      {
        authority: 'SOCIALTILSYNET',
        points: 2000,
        probability: 0.24,
        interval: { lowProbability: 0.18, highProbability: 0.31 },
        method: 'RIDGE_LOGISTIC',
        hasTooLittleData: false,
        modelVersion: 3,
        trainedThrough: '2026-10-05',
        missing: [],
      },
    ],
    ...changes,
  };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    findingKey: 'F1',
    kind: 'REACTION',
    topic: 'Psykisk arbejdsmiljø',
    sourceTerm: 'Påbud med frist',
    severity: 3,
    dueOn: null,
    compliedOn: null,
    ...changes,
  };
}

export function visit(changes: Partial<Visit> = {}): Visit {
  return {
    visitKey: 'V1',
    authority: 'ARBEJDSTILSYNET',
    occurredOn: '2026-09-03',
    availableOn: '2026-09-03',
    form: 'UNANNOUNCED',
    qualityModel: null,
    isSerious: false,
    severity: null,
    occasionSourceTerm: null,
    findings: [],
    ...changes,
  };
}

export function plannedVisit(changes: Partial<PlannedVisit> = {}): PlannedVisit {
  return {
    id: 'P1',
    weekStart: '2026-11-23',
    mode: 'SAME_VISIT',
    parts: [
      {
        authority: 'SOCIALTILSYNET',
        office: 'Silkeborg',
        hours: 12.5,
        latestOn: '2026-12-31',
        reasons: ['DEADLINE', 'JOINT'],
      },
      { authority: 'STPS', office: 'STPS Nord', hours: 10, latestOn: null, reasons: ['RISK'] },
    ],
    ...changes,
  };
}

export function source(changes: Partial<Source> = {}): Source {
  return {
    sourceKey: 'socialtilsynet:T100001/1000011',
    authority: 'SOCIALTILSYNET',
    name: 'Solkrogen',
    parentName: null,
    address: { street: 'Granvej 21', postalCode: '5610', town: 'Assens' },
    cvrNumber: '48027601',
    pNumber: '1092707793',
    sorCode: null,
    typeSourceTerm: 'botilbud',
    statusSourceTerm: 'Godkendt',
    responsibleUnit: 'SOCIALTILSYN_SYD',
    deliveredOn: '2026-10-05',
    endedOn: null,
    rule: 'SAME_SPOT',
    confidence: 0.999,
    decidedBy: 'MODEL',
    ...changes,
  };
}

export function contest(changes: Partial<Contest> = {}): Contest {
  return {
    id: 'c1',
    facilityId: '00000000-0000-4000-8000-000000000001',
    facilityName: 'Solkrogen',
    subject: 'RECORD_FIELD',
    field: 'address',
    visitKey: null,
    statedValue: 'Granvej 21',
    claim: 'Vi flyttede i maj.',
    authority: 'SOCIALTILSYNET',
    unit: 'SOCIALTILSYN_SYD',
    filedAt: '2026-11-01T10:00:00.000Z',
    answerDueOn: '2026-12-01',
    state: 'FILED',
    isOverdue: false,
    answer: null,
    answeredAt: null,
    answeredBy: null,
    ...changes,
  };
}

export function shownFacility(changes: Partial<ShownFacility> = {}): ShownFacility {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Solkrogen',
    hasSecretAddress: false,
    address: { street: 'Granvej 21', postalCode: '5610', town: 'Assens' },
    municipality: { name: 'Assens' },
    facilityType: 'MIDLERTIDIGT_BOTILBUD',
    capacityPlaces: 7,
    operatorName: 'Fonden Viollund',
    cvrNumbers: ['48027601'],
    pNumbers: ['1092707793'],
    sorCodes: [],
    authorities: ['SOCIALTILSYNET', 'ARBEJDSTILSYNET'],
    responsibleUnit: 'SOCIALTILSYN_SYD',
    endedOn: null,
    score: score(),
    ownerScore: null,
    standing: { effectiveBand: 'MEDIUM', override: null },
    seriousEvents: [],
    contests: [],
    visits: [visit({ findings: [finding()] })],
    plannedVisits: [plannedVisit()],
    unplannedInspections: [{ authority: 'ARBEJDSTILSYNET', reason: 'NO_CAPACITY' }],
    visitNotices: [],
    sources: [source()],
    ...changes,
  };
}

export const RISK_BANDS: RiskBands = [
  {
    band: 'MEDIUM',
    meaning: { da: 'Hvert femte besøg.', en: 'Every fifth visit.' },
    triggers: { da: 'Almindelig kadence.', en: 'The usual cadence.' },
    isConfirmed: false,
  },
];
