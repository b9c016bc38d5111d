/** Where a sign-in begins, and where it goes on when there are several roles to choose from. */
export const SIGN_IN_PATH = '/log-ind';
export const ROLE_PATH = '/log-ind/rolle';
/** Where the issuer sends people back to after signing in; with all of these, below the service's own address. */
export const ANSWER_PATH = '/log-ind/svar';
/** Where the issuer sends people after signing out. */
export const SIGNED_OUT_PATH = '/log-ud';
/** Where the issuer itself says that somebody has signed out elsewhere. */
export const ISSUER_SIGNED_OUT_PATH = '/log-ud/fra-udsteder';
