import type { Role } from '../../domain/shared/identity.js';
import { ADDRESS_ROLES, CHOOSERS, CLERKS, forRoles, SCORE_ROLES, staff, type SeenBy } from './visibility.js';

/** Whose rows of a table the database shows to whom, and who may change them besides the service itself. */
export interface SeenTable {
  readonly seenBy: SeenBy;
  readonly writtenBy?: readonly Role[];
}

const NOBODY: SeenTable = { seenBy: {} };
const OF_PLACES: SeenTable = {
  seenBy: { ...staff('ALL'), FACILITY_USER: 'OWN_PLACE', OPERATOR_USER: 'OWN_OPERATOR' },
};
/** What a register said of a place, for which a program of the same authority is there as well. */
const OF_REGISTERS: SeenTable = { seenBy: { ...OF_PLACES.seenBy, INTEGRATION_CLIENT: 'OWN_UNIT' } };
const OF_SOURCES: SeenTable = {
  seenBy: {
    ...staff('NOT_SECRET'),
    ...forRoles(ADDRESS_ROLES, 'NOT_SECRET_OF_OTHERS'),
    FACILITY_USER: 'OWN_PLACE',
    OPERATOR_USER: 'OWN_OPERATOR_NOT_SECRET',
    INTEGRATION_CLIENT: 'OWN_UNIT',
  },
};
const OF_STAFF: SeenTable = { seenBy: staff('ALL') };
/** What is said of several records goes with all of them. */
const OF_RECORDS: SeenTable = {
  seenBy: { ...staff('NOT_SECRET'), ...forRoles(ADDRESS_ROLES, 'NOT_SECRET_OF_OTHERS') },
};
const OF_CONTESTS: SeenTable = { seenBy: { ...staff('SEEN_DATA'), FACILITY_USER: 'OWN_PLACE' } };
/** A score, or what follows from one. */
const OF_SCORES: SeenTable = {
  seenBy: { ...forRoles(SCORE_ROLES, 'ALL'), VISITING_INSPECTOR: 'AFTER_OWN_LOCK' },
};

const OF_OVERRIDES: SeenBy = {
  ...forRoles(SCORE_ROLES, 'SHARED_OR_OWN_UNIT'),
  VISITING_INSPECTOR: 'SHARED_AFTER_OWN_LOCK',
};

/** Those who decide on plans. */
const KEEPERS: readonly Role[] = ['AUTHORITY_MANAGER', 'PLANNER'];
const KEPT: SeenTable = { ...OF_STAFF, writtenBy: KEEPERS };

/** Every table with policies, and every view. What the API shows of them is in seen-objects.ts. */
export const SEEN_TABLES: Readonly<Record<string, SeenTable>> = {
  facilities: OF_PLACES,
  facility_links: OF_REGISTERS,
  facility_profiles: OF_PLACES,
  secret_identifiers: { seenBy: { ...forRoles(ADDRESS_ROLES, 'OWN_UNIT'), FACILITY_USER: 'OWN_PLACE' } },
  source_records: OF_SOURCES,
  source_record_versions: OF_SOURCES,
  matching_runs: OF_STAFF,
  match_models: OF_STAFF,
  matching_memory: NOBODY,
  match_candidates: OF_RECORDS,
  match_decisions: { ...OF_RECORDS, writtenBy: ['REGISTER_CLERK'] },

  inspection_visits: { seenBy: { ...OF_REGISTERS.seenBy, ...staff('SHARED_OUTCOME') } },
  findings: {
    seenBy: { ...OF_REGISTERS.seenBy, ...staff('SHARED_TEXT'), OPERATOR_USER: 'OWN_OPERATOR_NOT_SECRET' },
  },
  // A view: also the findings whose words are not shared, without the words.
  shown_findings: { seenBy: { ...OF_PLACES.seenBy, ...staff('SHARED_OUTCOME') } },
  visit_occasions: { seenBy: staff('OWN_UNIT') },
  concern_reports: { seenBy: staff('OWN_UNIT') },
  work_accidents: { seenBy: staff('SHARED_ACCIDENTS') },
  sor_units: NOBODY,
  inspectors: { seenBy: staff('OWN_AUTHORITY') },
  inspector_leave: NOBODY,

  risk_models: OF_SCORES,
  risk_runs: OF_STAFF,
  risk_scores: OF_SCORES,
  owner_models: NOBODY,
  model_decisions: OF_STAFF,
  owner_scores: { seenBy: forRoles(SCORE_ROLES, 'OWN_UNIT') },
  must_visit_by: { seenBy: forRoles(SCORE_ROLES, 'OWN_UNIT') },

  plans: KEPT,
  planned_visits: KEPT,
  serious_events: {
    seenBy: staff('SHARED_OR_OWN_UNIT'),
    writtenBy: ['AUTHORITY_MANAGER', 'PLANNER', 'VISITING_INSPECTOR'],
  },
  serious_event_resolutions: { seenBy: staff('SHARED_OR_OWN_UNIT') },

  band_overrides: {
    seenBy: OF_OVERRIDES,
    writtenBy: ['AUTHORITY_MANAGER', 'PLANNER'],
  },
  band_override_steps: { seenBy: OF_OVERRIDES },
  data_contests: OF_CONTESTS,
  data_contest_steps: OF_CONTESTS,
  findings_sheets: { seenBy: { ...staff('OWN_UNIT'), AUDITOR: 'ALL' }, writtenBy: ['VISITING_INSPECTOR'] },
  score_views: { seenBy: { AUTHORITY_MANAGER: 'OWN_INSPECTORS', AUDITOR: 'ALL' } },

  random_share_changes: {
    seenBy: { ...staff('ALL'), AUDITOR: 'ALL' },
    writtenBy: ['AUTHORITY_MANAGER', 'MODEL_OWNER'],
  },
  random_draws: { seenBy: { ...forRoles(CHOOSERS, 'OWN_AUTHORITY'), AUDITOR: 'ALL' } },
  random_draw_seeds: { seenBy: { ...forRoles(CHOOSERS, 'WHEN_OVER'), AUDITOR: 'WHEN_OVER' } },
  random_draw_places: { seenBy: { ...forRoles(CHOOSERS, 'OWN_AUTHORITY'), AUDITOR: 'ALL' } },
  visit_selections: {
    seenBy: forRoles(CHOOSERS, 'OWN_AUTHORITY'),
    writtenBy: ['AUTHORITY_MANAGER', 'PLANNER'],
  },

  planned_visit_parts: { ...OF_SCORES, writtenBy: KEEPERS },
  // A view: the parts without the reasons where the score may not be seen.
  shown_visit_parts: OF_STAFF,
  unplanned_inspections: OF_SCORES,
  plan_seeds: { seenBy: staff('WHEN_OVER') },
  visit_timing: { seenBy: forRoles(CHOOSERS, 'OWN_UNIT') },
  planned_visit_days: OF_STAFF,
  planned_visit_inspectors: { seenBy: staff('OWN_AUTHORITY') },
  // Everybody adds to these for their own unit alone.
  visit_part_answers: OF_STAFF,
  plan_changes: OF_STAFF,
  planning_decisions: KEPT,
  inspector_absences: { seenBy: forRoles(KEEPERS, 'OWN_UNIT'), writtenBy: KEEPERS },
  planning_jobs: OF_STAFF,
  calendar_subscriptions: NOBODY,
  visit_notices: { seenBy: { ...staff('ALL'), FACILITY_USER: 'OWN_PLACE' }, writtenBy: KEEPERS },

  import_runs: { seenBy: forRoles(CLERKS, 'ALL'), writtenBy: CLERKS },
  deliveries: { seenBy: forRoles(CLERKS, 'OWN_DELIVERIES') },
  delivery_files: NOBODY,
  delivery_file_units: { seenBy: forRoles(CLERKS, 'OWN_UNIT') },
  // A view: of a file that units keep to themselves the own unit's rows, of others without lines that tell of one.
  shown_delivery_files: { seenBy: forRoles(CLERKS, 'OWN_COUNTED_FILES') },
  quarantined_rows: { seenBy: forRoles(CLERKS, 'OWN_BROKEN_ROWS') },
  delivery_rollbacks: { seenBy: forRoles(CLERKS, 'OWN_DELIVERIES'), writtenBy: CLERKS },
  row_mends: { seenBy: forRoles(CLERKS, 'OWN_BROKEN_ROWS'), writtenBy: ['REGISTER_CLERK'] },
  withdrawn_row_versions: NOBODY,
  register_rows: NOBODY,
  register_row_versions: NOBODY,
  register_row_sightings: NOBODY,
  held_texts: { seenBy: { REGISTER_CLERK: 'OWN_HELD' }, writtenBy: ['REGISTER_CLERK'] },

  audit_entries: { seenBy: { AUDITOR: 'ALL', AUTHORITY_MANAGER: 'OWN_UNIT' } },
  audit_archives: { seenBy: { AUDITOR: 'ALL' } },
  facility_data_uses: { seenBy: { AUDITOR: 'ALL', FACILITY_USER: 'OWN_TOLD', OPERATOR_USER: 'OWN_TOLD' } },

  access_grants: NOBODY,
  sessions: NOBODY,
  token_revocations: NOBODY,
};

/** Tables and views that everybody who is let in may read, each with the reason why. They have no policies. */
export const READABLE_BY_ALL: Readonly<Record<string, string>> = {
  sharing_policies: 'what one authority lets another see, with the legal basis',
  responsible_units: 'public facts',
  regions: 'public facts',
  municipalities: 'public facts',
  municipality_regions: 'public facts',
  availability_assumptions: 'assumptions that the score rests on, published with the model',
  severity_mappings: 'the visible table that findings are mapped by',
  outcome_definitions: 'published with the model',
  risk_bands: 'the bands have a published meaning',
  combination_rules: 'how likelihood and consequence become one value, published with the score',
  vulnerability_levels: 'how vulnerable residents are by kind of place; names no place',
  documentation_topics: 'which findings are about paper; names no place',
  serious_event_kinds: 'a closed list that names no place',
  override_reasons: 'a closed list that names no place',
  judgement_parameters: 'how long people have for what; names no place',
  selection_parameters: 'the normal random share, published with the model',
  holidays: 'public facts',
  policy_rules: 'law and published policy',
  visit_form_rules: 'law and published policy: who may come unannounced',
  planning_parameters: 'assumptions of the plan that name no place',
  municipality_centroids: 'public facts',
  office_areas: 'which office covers which region; names no place',
  competence_requirements: 'what inspectors must be qualified for, by kind of place',
  audit_parameters: 'how long the log is kept; names no place',
};
