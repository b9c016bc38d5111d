import { namesInspector } from './inspector-names.js';
import type {
  AccidentHistory,
  DatedValue,
  OperatorChange,
  OrderHistory,
  PlanningFacts,
  VisitHistory,
} from './facility-history.js';

// Field by field on purpose: whatever else an object carries - the inspector, why the authority came - ends here.

export function sharedVisit(visit: VisitHistory): VisitHistory {
  return {
    visitKey: visit.visitKey,
    authority: visit.authority,
    occurredOn: visit.occurredOn,
    availableOn: visit.availableOn,
    serious: visit.serious,
    harmSeverity: visit.harmSeverity,
    documentationFaults: visit.documentationFaults,
    foundDocumentationAlone: visit.foundDocumentationAlone,
    qualityModel: visit.qualityModel,
    meanThemeScore: visit.meanThemeScore,
    lowestThemeScore: visit.lowestThemeScore,
    checkpointsFailed: visit.checkpointsFailed,
    checkpointsAssessed: visit.checkpointsAssessed,
    findings: visit.findings,
    plannedWith: visit.plannedWith && sharedPlanningFacts(visit.plannedWith),
  };
}

export function sharedOrder(order: OrderHistory): OrderHistory {
  return {
    orderKey: order.orderKey,
    authority: order.authority,
    issuedOn: order.issuedOn,
    availableOn: order.availableOn,
    dueOn: order.dueOn,
    compliedOn: order.compliedOn,
    isDocumentation: order.isDocumentation,
    complianceIsReported: order.complianceIsReported,
  };
}

export function sharedAccident(accident: AccidentHistory): AccidentHistory {
  return {
    accidentKey: accident.accidentKey,
    occurredOn: accident.occurredOn,
    availableOn: accident.availableOn,
    absenceDays: accident.absenceDays,
    isViolence: accident.isViolence,
  };
}

export function sharedOperatorChange(change: OperatorChange): OperatorChange {
  return { occurredOn: change.occurredOn, availableOn: change.availableOn };
}

export function sharedValue<T>(dated: DatedValue<T>): DatedValue<T> {
  return { availableOn: dated.availableOn, value: dated.value };
}

function sharedPlanningFacts(facts: PlanningFacts): PlanningFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !namesInspector(name)));
}
