import { accidentsPerEmployeeYear } from './accidents-per-employee-year.feature.js';
import { authoritiesWithoutVisit } from './authorities-without-visit.feature.js';
import { capacity } from './capacity.feature.js';
import { checkpointsFailedShare } from './checkpoints-failed-share.feature.js';
import { lastOutcomeFeatures } from './last-outcome.feature.js';
import { lowestThemeScore } from './lowest-theme-score.feature.js';
import { meanThemeScore } from './mean-theme-score.feature.js';
import { openOrders } from './open-orders.feature.js';
import { overdueOrders } from './overdue-orders.feature.js';
import { recentOperatorChange } from './recent-operator-change.feature.js';
import type { RiskFeature } from './risk-feature.js';
import { seriousShareFeatures } from './serious-share.feature.js';
import { themeScoreTrend } from './theme-score-trend.feature.js';
import { violencePerEmployeeYear } from './violence-per-employee-year.feature.js';
import { yearsSinceVisit } from './years-since-visit.feature.js';

/** Every feature of the shared score, in the order of the model's columns. */
export const FEATURES: readonly RiskFeature[] = [
  ...seriousShareFeatures,
  ...lastOutcomeFeatures,
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
];
