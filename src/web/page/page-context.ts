import type { Sessions } from '../../access/sessions.js';
import type { Voice } from '../../wording/voice.js';

export type Identity = NonNullable<ReturnType<Sessions['identityOf']>>;

/** What every page knows of the request it answers. */
export interface PageContext {
  readonly voice: Voice;
  readonly identity: Identity | undefined;
  /** Path and query as they were asked for. */
  readonly path: string;
}
