const KEY = `hashtext('samtilsyn import')`;

/** Takes the lock that imports and matchings hold, until the transaction ends; `is_taken` is false while another has it. */
export const TRY_IMPORT_LOCK = `select pg_try_advisory_xact_lock(${KEY}) as is_taken`;
/** The same, waiting for it. */
export const WAIT_FOR_IMPORT_LOCK = `select pg_advisory_xact_lock(${KEY})`;
