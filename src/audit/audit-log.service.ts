import { Injectable } from '@nestjs/common';
import { EMPTY_LOG, type AuditEntry, type ChainHead } from './audit-entry.js';
import { AuditRepository, type Appended } from './audit.repository.js';
import { AuditSettings } from './audit-settings.js';
import { sealEntries } from './chain/seal-entries.js';

/** The log ends before an entry that this process itself added: somebody cut it off while the service ran. */
export class AuditLogWasCut extends Error {
  constructor(seen: number, found: number) {
    super(`The audit log reached entry ${seen} and now ends at ${found}. Run: samtilsyn audit verify`);
  }
}

/** Other processes kept adding entries in between. */
export class AuditLogIsBusy extends Error {
  constructor() {
    super(`The audit log could not be written in ${MOST_TRIES} tries.`);
  }
}

interface Waiting {
  readonly entries: readonly AuditEntry[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const MOST_TRIES = 100;
const LARGEST_BATCH = 100;

/**
 * Writes the log. Whoever waits for `record` knows that the entries are committed; when they cannot be, it throws, and
 * the caller must not answer.
 */
@Injectable()
export class AuditLog {
  private head: ChainHead | undefined;
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(
    private readonly repository: AuditRepository,
    private readonly settings: AuditSettings,
  ) {}

  /** Adds entries in a transaction of their own; requests that end at the same time share one. */
  async record(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    return new Promise((resolve, reject) => {
      this.waiting.push({ entries, resolve, reject });
      void this.writeWaiting();
    });
  }

  /** Adds entries to the running transaction: they stand exactly when it commits. To be called last, others wait. */
  async recordWithin(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.add(entries, (...sealed) => this.repository.appendWithin(...sealed));
  }

  /** The last entry that this process knows of; undefined while it has added none. */
  get knownHead(): ChainHead | undefined {
    return this.head;
  }

  /** The log's head; throws AuditLogWasCut where it lies before an entry that this process added. */
  async currentHead(): Promise<ChainHead> {
    const known = this.head;
    return notBefore(known, await this.repository.head());
  }

  private async writeWaiting(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    try {
      while (this.waiting.length > 0) {
        const batch = this.waiting.splice(0, LARGEST_BATCH);
        await this.write(batch).catch((error: unknown) => batch.forEach(({ reject }) => reject(error)));
      }
    } finally {
      this.isWriting = false;
    }
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const entries = batch.flatMap((each) => each.entries);
    this.head = await this.add(entries, (...sealed) => this.repository.append(...sealed));
    for (const { resolve } of batch) resolve();
  }

  // Entries are sealed for the head that this process knows; where another one added some, they are sealed anew.
  private async add(
    entries: readonly AuditEntry[],
    append: (...sealed: Parameters<AuditRepository['append']>) => Promise<Appended>,
  ): Promise<ChainHead> {
    const seen = this.head;
    let head = seen ?? EMPTY_LOG;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const answer = await append(head, sealEntries(entries, head, this.settings.keys));
      if (answer.isAppended) return answer.head;
      head = notBefore(seen, answer.head);
    }
    throw new AuditLogIsBusy();
  }
}

function notBefore(seen: ChainHead | undefined, found: ChainHead): ChainHead {
  if (seen && found.sequence < seen.sequence) throw new AuditLogWasCut(seen.sequence, found.sequence);
  return found;
}
