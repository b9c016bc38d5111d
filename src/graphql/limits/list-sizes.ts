import { DEFAULT_PAGE } from '../pagination.js';

/**
 * How long a list is taken to be where its field is given no `first` or `last`: not the usual length, but one that few
 * lists exceed. Keys are `Type.field`. A test names the lists of the schema that are missing here.
 */
export const LIST_SIZES: Readonly<Record<string, number>> = {
  'AttributeProvenance.earlier': 5,
  'AttributeProvenance.values': 5,
  'AuthorityScore.contributions': 30,
  'AuthorityScore.missing': 10,
  'DataQuality.conflicts': 20,
  'DataQuality.registers': 3,
  'Facility.authorities': 3,
  'Facility.cvrNumbers': 3,
  'Facility.dataUses': 12,
  'ComparedRecord.facilityIds': 2,
  'Facility.masterData': 15,
  'Facility.matchDecisions': 10,
  'Facility.pNumbers': 3,
  'Facility.plannedVisits': 5,
  'Facility.sorCodes': 3,
  'Facility.sources': 5,
  'Facility.unplannedInspections': 3,
  'FacilityConnection.edges': DEFAULT_PAGE,
  'FacilityScore.authorities': 3,
  'FacilityScore.contributions': 60,
  'FacilityScore.explanation': 15,
  'ImportRun.deliveries': 4,
  'ImportRun.files': 10,
  'InspectionVisit.findings': 12,
  'MatchDecision.leftKeys': 3,
  'MatchDecision.rightKeys': 3,
  'MatchPair.decisions': 3,
  'MatchPair.weights': 8,
  'MatchQueue.pairs': 25,
  'MendableRow.cells': 30,
  'MendableRow.surplus': 3,
  'PlannedPart.reasons': 5,
  'PlannedVisit.parts': 3,
  'Query.currentPlans': 2,
  'Query.municipalities': 98,
  'Query.riskBands': 5,
};

/** For a list that the table does not know yet. */
export const OTHER_LISTS = 25;
