/** How the audit log is sealed, and where its checkpoints are kept. */
export interface AuditConfiguration {
  /** Seals every entry; undefined means: make one and keep it in the data folder. */
  readonly key: string | undefined;
  /** Keys that sealed older entries; needed to verify them, never used for new ones. */
  readonly formerKeys: readonly string[];
  /** Append-only file outside the database; absolute. In production it belongs on another machine. */
  readonly checkpointFile: string;
}

const SHORTEST_KEY = 32;
const MAKE_ONE = 'made with: openssl rand -hex 32';

/** Checks what the environment says about the audit log; adds one sentence per problem. */
export function readAuditConfiguration(
  given: {
    /** SAMTILSYN_AUDIT_KEY */
    readonly key: string | undefined;
    /** SAMTILSYN_AUDIT_FORMER_KEYS: keys between commas. */
    readonly formerKeys: string | undefined;
    /** SAMTILSYN_AUDIT_CHECKPOINTS, absolute, or where the file lies otherwise. */
    readonly checkpointFile: string;
  },
  isProduction: boolean,
  problems: string[],
): AuditConfiguration {
  const { key, checkpointFile } = given;
  const formerKeys = (given.formerKeys ?? '').split(',').filter((each) => each !== '');
  if (key === undefined && isProduction) {
    problems.push(
      `SAMTILSYN_AUDIT_KEY is missing; production needs one of its own, kept apart from the database, ${MAKE_ONE}`,
    );
  }
  if (key !== undefined && key.length < SHORTEST_KEY) {
    problems.push(
      `SAMTILSYN_AUDIT_KEY has ${key.length} characters, but needs at least ${SHORTEST_KEY}; ${MAKE_ONE}`,
    );
  }
  if (key !== undefined && key.includes(',')) {
    problems.push(
      `SAMTILSYN_AUDIT_KEY holds a comma, which separates keys once it is a former one; have a new one ${MAKE_ONE}`,
    );
  }
  if (formerKeys.some((former) => former.length < SHORTEST_KEY)) {
    problems.push(
      `SAMTILSYN_AUDIT_FORMER_KEYS holds a key of fewer than ${SHORTEST_KEY} characters; separate whole keys by commas.`,
    );
  }
  return { key, formerKeys, checkpointFile };
}
