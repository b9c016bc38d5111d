import { CreateIdentity1795363993436 } from '../../migrations/1795363993436-create-identity.js';
import { CreateReferenceData1795363993453 } from '../../migrations/1795363993453-create-reference-data.js';
import { CreateDeliveries1795363993473 } from '../../migrations/1795363993473-create-deliveries.js';
import { CreateFacilities1795364098378 } from '../../migrations/1795364098378-create-facilities.js';
import { CreateInspections1795364098396 } from '../../migrations/1795364098396-create-inspections.js';
import { CreateRisk1795364098413 } from '../../migrations/1795364098413-create-risk.js';
import { CreatePlanning1795364098430 } from '../../migrations/1795364098430-create-planning.js';
import { SeedInspectionAndRiskData1795366207385 } from '../../migrations/1795366207385-seed-inspection-and-risk-data.js';
import { SeedPlanningData1795366842809 } from '../../migrations/1795366842809-seed-planning-data.js';
import { CreateRefreshStatistics1795367595681 } from '../../migrations/1795367595681-create-refresh-statistics.js';
import { CreateSourceRecordVersions1795368087327 } from '../../migrations/1795368087327-create-source-record-versions.js';
import { CreateIdentityPurpose1795368374912 } from '../../migrations/1795368374912-create-identity-purpose.js';
import { CreateAuditLog1795368431136 } from '../../migrations/1795368431136-create-audit-log.js';
import { CreateAccessGrants1795368645347 } from '../../migrations/1795368645347-create-access-grants.js';
import { CreateHeldTexts1795371697150 } from '../../migrations/1795371697150-create-held-texts.js';
import { CreateIdentityPerson1795375374712 } from '../../migrations/1795375374712-create-identity-person.js';
import { CreatePlanLifeCycle1795375435991 } from '../../migrations/1795375435991-create-plan-life-cycle.js';
import { CreateMatchCandidates1795375577680 } from '../../migrations/1795375577680-create-match-candidates.js';
import { CreateRollbacksAndMends1795375602868 } from '../../migrations/1795375602868-create-rollbacks-and-mends.js';
import { CreateSeriousEvents1795375876236 } from '../../migrations/1795375876236-create-serious-events.js';
import { CreateSelection1795375876253 } from '../../migrations/1795375876253-create-selection.js';
import { CreatePlanningJobs1795376892629 } from '../../migrations/1795376892629-create-planning-jobs.js';
import { NarrowWhoSeesWhat1795377242505 } from '../../migrations/1795377242505-narrow-who-sees-what.js';
import { ScoreInLogOdds1795377339222 } from '../../migrations/1795377339222-score-in-log-odds.js';
import { CreateJudgement1795377517811 } from '../../migrations/1795377517811-create-judgement.js';
import { CreateBlindVisits1795377517824 } from '../../migrations/1795377517824-create-blind-visits.js';
import { CountWhatMatchingLeftOpen1795377693993 } from '../../migrations/1795377693993-count-what-matching-left-open.js';
import { CreateTokenRevocations1795377814277 } from '../../migrations/1795377814277-create-token-revocations.js';
import { CreateSharingPolicies1795378884764 } from '../../migrations/1795378884764-create-sharing-policies.js';
import { WithholdWordsOfSecretPlaces1795379672660 } from '../../migrations/1795379672660-withhold-words-of-secret-places.js';
import { CreateCalendarSubscriptions1795379828325 } from '../../migrations/1795379828325-create-calendar-subscriptions.js';
import { CreateOwnerOnlyScores1795380194674 } from '../../migrations/1795380194674-create-owner-only-scores.js';
import { IndexAuditEntries1795380510474 } from '../../migrations/1795380510474-index-audit-entries.js';
import { ShowModelsAfterLock1795380737127 } from '../../migrations/1795380737127-show-models-after-lock.js';
import { BoundWaitingByBand1795380739004 } from '../../migrations/1795380739004-bound-waiting-by-band.js';
import { SetPlanningWeights1795380968784 } from '../../migrations/1795380968784-set-planning-weights.js';
import { CreateModelDecisions1795381048111 } from '../../migrations/1795381048111-create-model-decisions.js';
import { WithholdContestsOfOpenCases1795382895573 } from '../../migrations/1795382895573-withhold-contests-of-open-cases.js';
import { HideLastDaysFromInspectors1795382895593 } from '../../migrations/1795382895593-hide-last-days-from-inspectors.js';
import { WithholdLinesOfConcerns1795382895613 } from '../../migrations/1795382895613-withhold-lines-of-concerns.js';
import { RandomIdsOfBrokenLines1795387426307 } from '../../migrations/1795387426307-random-ids-of-broken-lines.js';
import { CountConcernsForTheirOwner1795387426327 } from '../../migrations/1795387426327-count-concerns-for-their-owner.js';
import { PlanSingleWeeks1795387485298 } from '../../migrations/1795387485298-plan-single-weeks.js';
import { ScoreWhatIsAtStake1795387541050 } from '../../migrations/1795387541050-score-what-is-at-stake.js';
import { SelectVisitsAddedByHand1795388569214 } from '../../migrations/1795388569214-select-visits-added-by-hand.js';
import { CreateVisitDays1795388776201 } from '../../migrations/1795388776201-create-visit-days.js';
import { NameOperatorsOfKnownPlaces1795388795071 } from '../../migrations/1795388795071-name-operators-of-known-places.js';
import { KeepIdentifiersOfSecretPlaces1795388795091 } from '../../migrations/1795388795091-keep-identifiers-of-secret-places.js';
import { CreateMatchingMemory1795389158266 } from '../../migrations/1795389158266-create-matching-memory.js';
import { KeepSeedsSecret1795390576342 } from '../../migrations/1795390576342-keep-seeds-secret.js';
import { WatchScorings1795390754388 } from '../../migrations/1795390754388-watch-scorings.js';
import { ReplanByItself1795390935261 } from '../../migrations/1795390935261-replan-by-itself.js';
import { HoldOnToAgreedWeeks1795395340857 } from '../../migrations/1795395340857-hold-on-to-agreed-weeks.js';

/** In the order they run. A test compares this list with the folder. */
export const MIGRATIONS = [
  CreateIdentity1795363993436,
  CreateReferenceData1795363993453,
  CreateDeliveries1795363993473,
  CreateFacilities1795364098378,
  CreateInspections1795364098396,
  CreateRisk1795364098413,
  CreatePlanning1795364098430,
  SeedInspectionAndRiskData1795366207385,
  SeedPlanningData1795366842809,
  CreateRefreshStatistics1795367595681,
  CreateSourceRecordVersions1795368087327,
  CreateIdentityPurpose1795368374912,
  CreateAuditLog1795368431136,
  CreateAccessGrants1795368645347,
  CreateHeldTexts1795371697150,
  CreateIdentityPerson1795375374712,
  CreatePlanLifeCycle1795375435991,
  CreateMatchCandidates1795375577680,
  CreateRollbacksAndMends1795375602868,
  CreateSeriousEvents1795375876236,
  CreateSelection1795375876253,
  CreatePlanningJobs1795376892629,
  NarrowWhoSeesWhat1795377242505,
  ScoreInLogOdds1795377339222,
  CreateJudgement1795377517811,
  CreateBlindVisits1795377517824,
  CountWhatMatchingLeftOpen1795377693993,
  CreateTokenRevocations1795377814277,
  CreateSharingPolicies1795378884764,
  WithholdWordsOfSecretPlaces1795379672660,
  CreateCalendarSubscriptions1795379828325,
  CreateOwnerOnlyScores1795380194674,
  IndexAuditEntries1795380510474,
  ShowModelsAfterLock1795380737127,
  BoundWaitingByBand1795380739004,
  SetPlanningWeights1795380968784,
  CreateModelDecisions1795381048111,
  WithholdContestsOfOpenCases1795382895573,
  HideLastDaysFromInspectors1795382895593,
  WithholdLinesOfConcerns1795382895613,
  RandomIdsOfBrokenLines1795387426307,
  CountConcernsForTheirOwner1795387426327,
  PlanSingleWeeks1795387485298,
  ScoreWhatIsAtStake1795387541050,
  SelectVisitsAddedByHand1795388569214,
  CreateVisitDays1795388776201,
  NameOperatorsOfKnownPlaces1795388795071,
  KeepIdentifiersOfSecretPlaces1795388795091,
  CreateMatchingMemory1795389158266,
  KeepSeedsSecret1795390576342,
  WatchScorings1795390754388,
  ReplanByItself1795390935261,
  HoldOnToAgreedWeeks1795395340857,
];
