import type { ChainHead, SealedEntry } from './audit-entry.js';
import type { AuditFilter } from './audit-search.service.js';
import type { ArchiveRecord } from './chain/archive-record.js';

export interface Appended {
  /** False where the log has another head than the entries were sealed for: nothing was added. */
  readonly isAppended: boolean;
  /** The head that the log has now. */
  readonly head: ChainHead;
}

/** Which entries to export: those about one facility, or about one object by its key (a case, a run, a plan). */
export type AuditSubject = { readonly facilityId: string } | { readonly objectKey: string };

export interface DataUse {
  readonly facilityId: string;
  readonly authority: string;
  /** First day of the calendar quarter, YYYY-MM-DD. */
  readonly quarter: string;
}

export abstract class AuditRepository {
  /** Adds entries in a transaction of their own, behind the head that they were sealed for. */
  abstract append(expected: ChainHead, entries: readonly SealedEntry[]): Promise<Appended>;
  /** The same in the running transaction: the entries stand exactly when it commits. */
  abstract appendWithin(expected: ChainHead, entries: readonly SealedEntry[]): Promise<Appended>;
  abstract head(): Promise<ChainHead>;

  /** Entries with sequence numbers in (after, through], in order, at most `limit`; also any that stand twice. */
  abstract entriesBetween(after: number, through: number, limit: number): Promise<SealedEntry[]>;
  /** Where in the log the given seals stand. */
  abstract sequencesOf(macs: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** Entries about a subject with sequence numbers above `after`, in order, at most `limit`. */
  abstract entriesAbout(subject: AuditSubject, after: number, limit: number): Promise<SealedEntry[]>;

  /** Entries that the asker may see, newest first, those before a number. */
  abstract entriesFor(filter: AuditFilter, before: number | undefined, limit: number): Promise<SealedEntry[]>;

  /** In the order of their entries. */
  abstract archives(): Promise<ArchiveRecord[]>;
  /** The last entry of the run, from the oldest on, that is older than the retention; undefined where none is. */
  abstract lastArchivable(): Promise<number | undefined>;
  /** Takes the entries of the record out of the log; returns how many. */
  abstract archive(record: ArchiveRecord): Promise<number>;

  /** What the asker may know of who used the data of these facilities, newest quarter first. */
  abstract dataUsesOf(facilityIds: readonly string[]): Promise<DataUse[]>;
}
