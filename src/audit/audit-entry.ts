/** What somebody did; a command and its end are two entries. */
export const AUDIT_ACTIONS = ['READ', 'WRITE', 'COMMAND', 'SIGN_IN', 'SIGN_OUT'] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_OUTCOMES = ['STARTED', 'DONE', 'REFUSED', 'FAILED'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** One thing that somebody did with one kind of object. All entries of a request carry its correlation id. */
export interface AuditEntry {
  readonly at: Date;
  /** UUID in lower case. */
  readonly correlationId: string;
  readonly person: string;
  readonly role: string;
  readonly authority: string | null;
  readonly unit: string | null;
  /** The facility or the CVR number of an operator whose user acted. */
  readonly actingFor: string | null;
  readonly purpose: string | null;
  readonly action: AuditAction;
  readonly outcome: AuditOutcome;
  /** Name of the operation, or the command as it was called. */
  readonly operation: string;
  /** Null where no object was shown or changed. */
  readonly objectKind: string | null;
  /** Keys of the objects; empty for kinds that are only counted. */
  readonly objectIds: readonly string[];
  /** The facilities that the objects belong to, as far as the objects say so; UUIDs in lower case. */
  readonly facilityIds: readonly string[];
  readonly objectCount: number;
}

/** An entry at its place in the log. Seals are 64 hexadecimal digits. */
export interface SealedEntry extends AuditEntry {
  /** 1 for the first entry, without gaps. */
  readonly sequence: number;
  readonly previousMac: string;
  readonly mac: string;
  readonly keyId: string;
}

/** The last entry of the log, which the next one is sealed behind. */
export interface ChainHead {
  readonly sequence: number;
  readonly mac: string;
}

/** The head of a log without entries. */
export const EMPTY_LOG: ChainHead = { sequence: 0, mac: '00'.repeat(32) };
