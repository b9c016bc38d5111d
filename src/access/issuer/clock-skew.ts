/** By how many seconds the clocks of issuer and service may differ. */
export const CLOCK_SKEW_S = 60;
