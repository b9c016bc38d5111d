import { accidentsPerEmployeeYear } from './accidents-per-employee-year.feature.js';
import { authoritiesWithoutVisit } from './authorities-without-visit.feature.js';
import { capacity } from './capacity.feature.js';
import { checkpointsFailedShare } from './checkpoints-failed-share.feature.js';
import { everSeriousFeatures } from './ever-serious.feature.js';
import { findingsTrendFeatures } from './findings-trend.feature.js';
import { goodVisitsInARowFeatures } from './good-visits-in-a-row.feature.js';
import { knownVisitsFeatures } from './known-visits.feature.js';
import { lastFindingsFeatures } from './last-findings.feature.js';
import { lastOutcomeFeatures } from './last-outcome.feature.js';
import { lastingFindingsFeatures } from './lasting-findings.feature.js';
import { lastingSeriousShareFeatures } from './lasting-serious-share.feature.js';
import { lowestThemeScore } from './lowest-theme-score.feature.js';
import { meanThemeScore } from './mean-theme-score.feature.js';
import { mostFindingsFeatures } from './most-findings.feature.js';
import { openOrders } from './open-orders.feature.js';
import { overdueOrders } from './overdue-orders.feature.js';
import { previousOutcomeFeatures } from './previous-outcome.feature.js';
import { recentOperatorChange } from './recent-operator-change.feature.js';
import type { RiskFeature } from './risk-feature.js';
import { sameTypeSeriousShare } from './same-type-serious-share.feature.js';
import { seriousShareFeatures } from './serious-share.feature.js';
import { themeScoreTrend } from './theme-score-trend.feature.js';
import { usualFindingsFeatures } from './usual-findings.feature.js';
import { violencePerEmployeeYear } from './violence-per-employee-year.feature.js';
import { visitsPerYearFeatures } from './visits-per-year.feature.js';
import { yearsSinceVisit } from './years-since-visit.feature.js';

/** Every feature of the shared score, in the order of the model's columns. */
export const FEATURES: readonly RiskFeature[] = [
  ...seriousShareFeatures,
  ...lastOutcomeFeatures,
  ...previousOutcomeFeatures,
  ...everSeriousFeatures,
  ...lastingSeriousShareFeatures,
  ...goodVisitsInARowFeatures,
  ...lastFindingsFeatures,
  ...usualFindingsFeatures,
  ...lastingFindingsFeatures,
  ...mostFindingsFeatures,
  ...findingsTrendFeatures,
  ...knownVisitsFeatures,
  ...visitsPerYearFeatures,
  yearsSinceVisit,
  authoritiesWithoutVisit,
  meanThemeScore,
  lowestThemeScore,
  themeScoreTrend,
  checkpointsFailedShare,
  openOrders,
  overdueOrders,
  accidentsPerEmployeeYear,
  violencePerEmployeeYear,
  capacity,
  recentOperatorChange,
  sameTypeSeriousShare,
];
