/** Where the issuer sends people back to after signing in; with all of these, below the service's own address. */
export const ANSWER_PATH = '/log-ind/svar';
/** Where the issuer sends people after signing out. */
export const SIGNED_OUT_PATH = '/log-ind';
/** Where the issuer itself says that somebody has signed out elsewhere. */
export const ISSUER_SIGNED_OUT_PATH = '/log-ud/fra-udsteder';
