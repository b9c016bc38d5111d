/** Why a sign-in did not succeed, for those who can do something about it. */
export const SIGN_IN_PROBLEMS = [
  'ATTEMPT_LOST', // begun too long ago, in another browser, or never
  'CANCELLED', // by the person, at the issuer
  'REFUSED', // what the issuer sent cannot be believed
  'NO_GRANT', // signed in, but nothing was granted to what the issuer says
] as const;
export type SignInProblemCode = (typeof SIGN_IN_PROBLEMS)[number];

export class SignInProblem extends Error {
  constructor(
    readonly code: SignInProblemCode,
    options?: { readonly cause?: unknown },
    /** As the issuer calls them, where it said who it is. */
    readonly person?: string,
  ) {
    super(`Sign-in failed: ${code}`, options);
  }
}
