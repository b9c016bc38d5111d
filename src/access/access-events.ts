import type { Identity } from '../domain/shared/identity.js';

/** That somebody signed in or out, or was refused. */
export interface AccessEvent {
  readonly action: 'SIGN_IN' | 'SIGN_OUT';
  readonly outcome: 'DONE' | 'REFUSED';
  /** What was done, or why it was refused. */
  readonly operation: string;
  /** As the issuer calls them; undefined where it is not known who tried. */
  readonly person: string | undefined;
  /** Undefined where nobody came of it, or a role is still to be chosen. */
  readonly identity: Identity | undefined;
}

/** Where it is kept. What cannot be recorded must not happen: then `record` throws. */
export abstract class AccessEvents {
  abstract record(event: AccessEvent): Promise<void>;
}
