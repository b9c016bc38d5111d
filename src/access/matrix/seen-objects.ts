import { STAFF_ROLES } from '../../domain/shared/identity.js';
import { ADDRESS_ROLES, CHOOSERS, CLERKS, forRoles, SCORE_ROLES, staff, type SeenBy } from './visibility.js';

/** Who sees the objects of one type of the API, and which of their fields. */
export interface SeenObject {
  readonly seenBy: SeenBy;
  /** Fields that whoever sees the object sees with it, in the order of their names. */
  readonly fields: string;
  /** Fields that fewer people see; to the others they are null or empty. */
  readonly narrower?: Readonly<Record<string, SeenBy>>;
}

const OF_PLACES: SeenBy = { ...staff('ALL'), FACILITY_USER: 'OWN_PLACE', OPERATOR_USER: 'OWN_OPERATOR' };
const OF_SOURCES: SeenBy = {
  ...staff('NOT_SECRET'),
  ...forRoles(ADDRESS_ROLES, 'NOT_SECRET_OF_OTHERS'),
  FACILITY_USER: 'OWN_PLACE',
  OPERATOR_USER: 'OWN_OPERATOR_NOT_SECRET',
};
const OF_IDENTIFIERS: SeenBy = {
  ...staff('PLACES_NOT_SECRET'),
  ...forRoles(ADDRESS_ROLES, 'PLACES_NOT_SECRET_OF_OTHERS'),
  FACILITY_USER: 'OWN_PLACE',
  OPERATOR_USER: 'PLACES_NOT_SECRET',
};
/** What is said of several records goes with all of them. */
const OF_RECORDS: SeenBy = { ...staff('NOT_SECRET'), ...forRoles(ADDRESS_ROLES, 'NOT_SECRET_OF_OTHERS') };
/** The same, for those who take care of the registers. */
const COMPARED: SeenBy = { AUTHORITY_MANAGER: 'NOT_SECRET', REGISTER_CLERK: 'NOT_SECRET_OF_OTHERS' };
const OF_SCORES: SeenBy = { ...forRoles(SCORE_ROLES, 'ALL'), VISITING_INSPECTOR: 'AFTER_OWN_LOCK' };
const OF_PLANS: SeenBy = staff('ALL');

/**
 * Every object type that the API answers with. A value that an object is made of (an address, a text in two languages)
 * is seen with the field that holds it and has no row of its own here: see PARTS.
 */
export const SEEN_OBJECTS: Readonly<Record<string, SeenObject>> = {
  Facility: {
    seenBy: OF_PLACES,
    fields: `address authorities bandOverrides capacityPlaces contests findingsSheets seriousEvents standing dataUses endedOn facilityType hasSecretAddress id masterData
      matchDecisions municipality name ownerScore plannedVisits responsibleUnit score selections sources unplannedInspections
      visitNotices visits`,
    // What leads to the address of a place by a public register.
    narrower: Object.fromEntries(
      ['cvrNumbers', 'operatorName', 'pNumbers', 'sorCodes'].map((name) => [name, OF_IDENTIFIERS]),
    ),
  },
  DataUse: {
    seenBy: { FACILITY_USER: 'OWN_TOLD', OPERATOR_USER: 'OWN_TOLD' },
    fields: 'authority quarterStartsOn',
  },
  FacilitySource: {
    seenBy: OF_SOURCES,
    fields: `address authority confidence cvrNumber decidedBy deliveredOn endedOn name pNumber parentName
      responsibleUnit rule sorCode sourceKey statusSourceTerm typeSourceTerm`,
  },
  AttributeProvenance: {
    seenBy: { ...staff('ANY_SOURCE'), FACILITY_USER: 'OWN_PLACE', OPERATOR_USER: 'ANY_SOURCE' },
    fields: 'attribute earlier values',
    narrower: { agreement: forRoles([...STAFF_ROLES, 'FACILITY_USER', 'OPERATOR_USER'], 'COUNTED') },
  },
  RecordLink: {
    seenBy: { INTEGRATION_CLIENT: 'OWN_UNIT' },
    fields: 'authority facilityId linkedAt sourceKey',
  },
  StatedValue: { seenBy: OF_SOURCES, fields: 'authority knownFrom knownTo sourceKey value' },

  MatchQueue: {
    seenBy: forRoles(CLERKS, 'ALL'),
    fields: 'pairs',
    narrower: { totalCount: forRoles(CLERKS, 'COUNTED') },
  },
  MatchPair: {
    seenBy: COMPARED,
    fields: `decidedBy decisions left leftKey modelVersion probability right rightKey state totalWeight weighedAt weights`,
  },
  MatchDecision: {
    seenBy: OF_RECORDS,
    fields: 'authority decidedAt decidedBy id kind leftKeys reason rightKeys undoes undoneBy',
  },
  ComparedRecord: {
    seenBy: COMPARED,
    fields: `address authority capacityPlaces cvrNumber employees endedOn facilityIds facilityType municipalityName name
      operatorName pNumber parentName sorCode sourceKey typeSourceTerm`,
  },

  InspectionVisit: {
    seenBy: { ...OF_PLACES, ...staff('SHARED_OUTCOME') },
    fields: `authority availableOn findings form isSerious occurredOn qualityModel severity`,
    narrower: {
      occasionSourceTerm: staff('OWN_UNIT'),
      sourceKey: OF_SOURCES,
      visitKey: forRoles([...STAFF_ROLES, 'FACILITY_USER', 'OPERATOR_USER'], 'COUNTED'),
    },
  },
  Finding: {
    seenBy: { ...OF_PLACES, ...staff('SHARED_OUTCOME') },
    fields: 'compliedOn dueOn findingKey kind score severity sourceTerm',
    narrower: {
      topic: { ...OF_PLACES, ...staff('SHARED_TEXT'), OPERATOR_USER: 'OWN_OPERATOR_NOT_SECRET' },
    },
  },

  FacilityScore: {
    seenBy: OF_SCORES,
    fields:
      'asOf authorities band contributions dimensions explanation facilityId hasTooLittleData loweringChanges points scoredAt',
  },
  AuthorityScore: {
    seenBy: OF_SCORES,
    fields:
      'authority contributions hasTooLittleData interval method missing modelVersion points probability trainedThrough',
  },
  OwnerScore: {
    seenBy: forRoles(SCORE_ROLES, 'OWN_UNIT'),
    fields: 'asOf authority band contributions explanation facilityId mustVisitBy points probability unit',
  },
  Contribution: {
    seenBy: OF_SCORES,
    fields:
      'authority hundredths isActionable key kind label sourceAuthority typical typicalText value valueText',
  },
  ModelRegistryReport: {
    seenBy: { MODEL_OWNER: 'ALL' },
    fields: 'afterRollback alarms decisions inForce versions',
  },
  ModelVersion: { seenBy: { MODEL_OWNER: 'ALL' }, fields: 'isInForce models version' },
  AuthorityModel: {
    seenBy: { MODEL_OWNER: 'ALL' },
    fields: 'authority challenge comparedOn method overLastResult overRule serious trainedThrough visits',
  },
  ModelDecision: { seenBy: { MODEL_OWNER: 'ALL' }, fields: 'decidedAt decidedBy decision reason version' },
  DriftAlarm: { seenBy: { MODEL_OWNER: 'ALL' }, fields: 'authority before needsRevalidation now reason' },
  VersionConsequences: {
    seenBy: { MODEL_OWNER: 'ALL' },
    fields: 'asOf bands leavingTop lowered raised topSize unchanged version',
  },
  RiskBandDefinition: { seenBy: staff('ALL'), fields: 'band isConfirmed lowerPoints meaning triggers' },
  RiskRun: { seenBy: staff('ALL'), fields: 'asOf facilities finishedAt id message progress startedAt state' },
  RunProgress: { seenBy: staff('ALL'), fields: 'done phase total' },

  FacilityStanding: {
    seenBy: OF_SCORES,
    fields: 'effectiveBand facilityId modelBand override',
  },
  BandOverride: {
    seenBy: { ...forRoles(SCORE_ROLES, 'SHARED_OR_OWN_UNIT'), VISITING_INSPECTOR: 'SHARED_AFTER_OWN_LOCK' },
    fields: `authority band expiresOn explanation facilityId facilityName id modelBand needsConfirmation reasonCode
      requestedAt requestedBy secrecy state steps unit`,
  },
  OverrideReason: { seenBy: staff('ALL'), fields: 'code isConfirmed label secrecy' },
  OverrideOutcome: {
    seenBy: forRoles(['MODEL_OWNER', 'AUTHORITY_MANAGER'], 'COUNTED'),
    fields: 'direction expected interval modelRight overrideRight reasonCode serious share verdict visits',
  },
  SeriousEventKind: { seenBy: staff('ALL'), fields: 'code isConfirmed label' },
  SeriousEvent: {
    seenBy: staff('SHARED_OR_OWN_UNIT'),
    fields: `authority description facilityId id kind label occurredOn reportedAt reportedBy resolution resolvedAt
      resolvedBy secrecy unit`,
  },
  FindingsSheet: {
    seenBy: staff('OWN_UNIT'),
    fields: 'authority conclusion facilityId hasSeriousFinding id inspector lockedAt unit visitedOn',
  },
  BlindVisit: {
    seenBy: { AUTHORITY_MANAGER: 'OWN_UNIT', AUDITOR: 'ALL' },
    fields: `authority facilityId hadSeenScore id inspector lockedAt seenAfterwardsAt seenAt unit visitedOn`,
    narrower: { facilityName: { AUTHORITY_MANAGER: 'ALL' } },
  },
  DataContest: {
    seenBy: {
      ...staff('SEEN_DATA'),
      FACILITY_USER: 'OWN_PLACE',
    },
    fields: `answer answerDueOn answeredAt authority claim facilityId facilityName field filedAt findingKey id isOverdue
      sourceKey state statedValue subject unit visitKey`,
    narrower: { answeredBy: staff('ALL') },
  },

  RandomShare: {
    seenBy: { ...staff('ALL'), AUDITOR: 'ALL' },
    fields: 'authority awaiting isReduced normalShare share',
  },
  RandomShareChange: {
    seenBy: { ...staff('ALL'), AUDITOR: 'ALL' },
    fields: 'id reason requestedAt requestedBy share',
  },
  VisitSelection: {
    seenBy: forRoles(CHOOSERS, 'OWN_AUTHORITY'),
    fields: 'authority channel facilityId id periodFrom periodTo probability reason selectedAt',
  },
  RandomDraw: {
    seenBy: { ...forRoles(CHOOSERS, 'OWN_AUTHORITY'), AUDITOR: 'ALL' },
    fields: `authority committedAt drawnAt frameSize id isReproduced periodFrom periodTo sampleSize seed seedHash share`,
  },
  SelectionReport: {
    seenBy: forRoles(['MODEL_OWNER', 'AUTHORITY_MANAGER'], 'COUNTED'),
    fields: 'channels prevalence shares',
  },

  Plan: {
    seenBy: OF_PLANS,
    fields: 'createdAt horizonFrom horizonWeeks id kind measures revision state upperBound value',
  },
  FollowUp: {
    seenBy: staff('SHARED_TEXT'),
    fields: 'authority dueOn facilityId facilityName id municipality occurredOn sourceTerm state topic',
  },
  Region: { seenBy: staff('ALL'), fields: 'code name' },
  Inspector: { seenBy: staff('OWN_AUTHORITY'), fields: 'authority code office responsibleUnit' },
  Office: { seenBy: staff('ALL'), fields: 'name responsibleUnit' },
  PlannedVisit: {
    seenBy: OF_PLANS,
    fields: `facilityId facilityName form half id mode municipality noticedFor parts pinnedUnits planId planRevision planState
      sinceRevision state visitOn weekStart`,
  },
  PlannedPart: {
    seenBy: OF_PLANS,
    fields: 'answerReason authority form hours office proposedWeek responsibleUnit state',
    narrower: {
      inspectors: staff('OWN_AUTHORITY'),
      isDrawn: forRoles(CHOOSERS, 'OWN_AUTHORITY'),
      latestOn: OF_SCORES,
      reasons: OF_SCORES,
    },
  },
  PlanChange: {
    seenBy: OF_PLANS,
    fields: 'changedAt facilityId kind planId reason responsibleUnit revision undoes visitId',
  },
  PlanningJob: {
    seenBy: OF_PLANS,
    fields: `basedOn causes done finishedAt gap heartbeatAt id inputHash kind message phase planId seedCommitment startedAt state
      total upperBound value`,
  },
  InspectorAbsence: {
    seenBy: forRoles(['PLANNER', 'AUTHORITY_MANAGER'], 'OWN_UNIT'),
    fields: 'authority from id inspector to unit',
  },
  PlanDifference: { seenBy: OF_PLANS, fields: 'after before cause facilityId facilityName kind' },
  PlanningDecision: {
    seenBy: OF_PLANS,
    fields: 'decidedAt facilityId id kind reason responsibleUnit weekFrom weekTo',
  },
  PlanChangeCheck: {
    seenBy: forRoles(['PLANNER', 'AUTHORITY_MANAGER'], 'ALL'),
    fields: 'revision',
    // Worked out for the asker's own unit.
    narrower: Object.fromEntries(
      ['after', 'before', 'consequences', 'loads', 'token'].map((name) => [
        name,
        forRoles(['PLANNER', 'AUTHORITY_MANAGER'], 'COUNTED'),
      ]),
    ),
  },
  VisitNotice: {
    seenBy: { ...staff('ALL'), FACILITY_USER: 'OWN_PLACE' },
    fields: 'authorities id mode notifiedOn visitOn withdrawnOn',
  },
  VisitExplanation: {
    seenBy: forRoles(['PLANNER', 'AUTHORITY_MANAGER'], 'ALL'),
    fields: `alone balance changes competence gap isConfirmed isPlanned neededProbability office planId reasons waitsFor
      weekStart weeks`,
  },
  WhatIfAnswer: {
    seenBy: forRoles(['PLANNER', 'AUTHORITY_MANAGER'], 'ALL'),
    fields: 'after before givesWay givingVisits isPlanned planId weekStart',
  },
  PlanReport: {
    seenBy: forRoles(['PLANNER', 'AUTHORITY_MANAGER'], 'ALL'),
    fields: 'byFacilityType byUnit curve gap offices planId policies riskGap',
  },
  PlanPrices: {
    seenBy: forRoles(['PLANNER', 'AUTHORITY_MANAGER'], 'ALL'),
    fields: `dutyHours dutyHoursBeyondRisk dutyVisits findings findingsWithoutDuties harmAvoided
      harmAvoidedWithoutDuties offices planId`,
  },
  UnplannedInspection: { seenBy: OF_SCORES, fields: 'authority reason' },

  ImportRun: {
    seenBy: forRoles(CLERKS, 'ALL'),
    fields: `authority cancelledBy deliveries dropName files finishedAt id message phase phaseDone phaseTotal
      quarantinedRows requestedBy startedAt state`,
  },
  ImportedFile: {
    seenBy: forRoles(CLERKS, 'OWN_COUNTED_FILES'),
    fields: 'file isWithdrawn problem',
    narrower: Object.fromEntries(
      ['changed', 'mended', 'new', 'quarantined', 'read', 'unchanged'].map((count) => [
        count,
        forRoles(CLERKS, 'COUNTED'),
      ]),
    ),
  },
  QuarantinedRow: {
    seenBy: forRoles(CLERKS, 'OWN_BROKEN_ROWS'),
    fields: 'field file id lineNumber mend mended rawText reason value',
  },
  RowMend: {
    seenBy: forRoles(CLERKS, 'OWN_BROKEN_ROWS'),
    fields: 'isRepeated mendedAt mendedBy mendedText message reason rowId state',
  },
  MendableRow: {
    seenBy: forRoles(CLERKS, 'OWN_BROKEN_ROWS'),
    fields: 'cells importRunId isWithdrawn row surplus',
  },
  Delivery: {
    seenBy: forRoles(CLERKS, 'OWN_DELIVERIES'),
    fields: 'deliveredOn files id kind rollback source',
  },
  DeliveryRollback: {
    seenBy: forRoles(CLERKS, 'OWN_DELIVERIES'),
    fields: `finishedAt id message reason requestedAt requestedBy rowsWithdrawn state unitsRemoved visitsRemoved`,
  },
  RollbackConsequences: {
    seenBy: forRoles(CLERKS, 'OWN_DELIVERIES'),
    fields: 'deliveryId fallBack places rows settledLater units vanish visits',
    narrower: { laterDeliveries: forRoles(CLERKS, 'COUNTED'), mends: forRoles(CLERKS, 'COUNTED') },
  },
  HeldText: {
    seenBy: { REGISTER_CLERK: 'OWN_HELD' },
    fields: 'field file heldAt id lineNumber shownText text',
  },
  DataQuality: {
    seenBy: forRoles(['PLANNER', ...CLERKS], 'ALL'),
    fields: 'conflicts registers',
  },
  AuditEntry: {
    seenBy: { AUDITOR: 'ALL', AUTHORITY_MANAGER: 'OWN_UNIT' },
    fields: `action actingFor at authority correlationId facilityIds objectCount objectIds objectKind operation outcome
      person purpose role sequence unit`,
  },
  Municipality: { seenBy: OF_PLACES, fields: 'code name' },
};

/** Values that objects are made of, and what lists are wrapped in: seen with the field that holds them. */
export const PARTS: readonly string[] = [
  'ScoreInterval',
  'Address',
  'AttributeConflicts',
  'AucGain',
  'BandCount',
  'BilingualText',
  'BurdenPoint',
  'CalendarSubscription',
  'ComparedVisit',
  'Consequence',
  'ChangedScore',
  'ChannelCount',
  'DecidedModels',
  'FacilityConnection',
  'FacilityEdge',
  'LabelInBoth',
  'LoweringChange',
  'MatchTerm',
  'MendOutcome',
  'MovedValue',
  'FollowUpPage',
  'GivingVisit',
  'GroupVisits',
  'NewCalendarSubscription',
  'OfficeLoad',
  'OfficeHourPrice',
  'OfficeHours',
  'OutcomeInterval',
  'OverrideStep',
  'PageInfo',
  'PlaceMeasures',
  'PlanCounterfactual',
  'PlanMeasures',
  'PlannedVisitPage',
  'PlannedWeek',
  'PolicyMeasures',
  'Prevalence',
  'RegisterQuality',
  'RowCell',
  'RowFault',
  'ScoreDimensions',
  'ShareInterval',
  'VisitBalance',
];
