export const OUTCOME_DEFINITION = 1;
/** Visits of the register's first year only serve as history: before them every place looks as if never visited. */
export const HISTORY_DAYS = 365;
/** Of the resamples that decide which way of scoring is used. */
export const COMPARISON_SEED = 1;
