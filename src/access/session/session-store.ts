import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions.js';
import { SERVICE_IDENTITY, type Identity, type Role } from '../../domain/shared/identity.js';
import type { Candidate } from '../grants/access-grants.js';
import type { Statement } from '../grants/claims.js';
import { hashOfSessionId, newSessionId } from './session-id.js';
import { CHOOSE, END, END_AT_ISSUER, FIND, LIST, REVOKE, START } from './session-queries.js';

/** Asking who somebody is waits no longer for the database than this. */
const LONGEST_STATEMENT_MS = 5000;

/** How long a session lasts. */
export abstract class SessionLengths {
  /** Minutes without a request after which it ends. */
  abstract readonly idleMinutes: number;
  /** Minutes after which it ends, however busy it is. */
  abstract readonly longestMinutes: number;
}

/** What the issuer said about its own session, for signing out there too. */
export interface IssuerSession {
  /** The claim "sid". */
  readonly issuerSession: string | undefined;
  readonly idToken: string | undefined;
}

/** A session that has not ended; without identity while one of several roles is still to be chosen. */
export interface LiveSession {
  readonly statement: Statement;
  readonly identity: Identity | undefined;
  readonly idToken: string | undefined;
}

/** A session as administrators see it. */
export interface ListedSession {
  readonly person: string;
  /** Null while one of several is still to be chosen. */
  readonly role: Role | null;
  readonly unit: string | null;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

/** Sessions as rows, so that every running service knows them and ends them at once. The clock is the database's. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly lengths: SessionLengths,
  ) {}

  /** Begins a session and answers its id, which is stored nowhere. */
  async start(
    { issuer, subject, claims }: Statement,
    { issuerSession, idToken }: IssuerSession,
    chosen: Candidate | undefined,
  ): Promise<string> {
    const id = newSessionId();
    await this.query(START, [
      hashOfSessionId(id),
      subject,
      issuer,
      issuerSession ?? null,
      idToken ?? null,
      JSON.stringify(claims),
      chosen?.grantId ?? null,
      chosen?.identity.facilityId ?? null,
      chosen?.identity.cvrNumber ?? null,
      this.lengths.longestMinutes,
    ]);
    return id;
  }

  /** The session with this id, noting that it was used; undefined where there is none or it has ended in any way. */
  async find(id: string): Promise<LiveSession | undefined> {
    const hash = hashOfSessionId(id);
    if (!hash) return undefined;
    const [row] = await this.query<FoundRow>(FIND, [hash, this.lengths.idleMinutes]);
    return row && liveSession(row);
  }

  /** Goes on as somebody else under a new id, so that who knew the old one has nothing; undefined where it has ended. */
  async choose(id: string, chosen: Candidate): Promise<string | undefined> {
    const next = newSessionId();
    const begun = await this.query(CHOOSE, [
      hashOfSessionId(id) ?? null,
      this.lengths.idleMinutes,
      hashOfSessionId(next),
      chosen.grantId,
      chosen.identity.facilityId ?? null,
      chosen.identity.cvrNumber ?? null,
    ]);
    return begun.length > 0 ? next : undefined;
  }

  async end(id: string, because: 'SIGNED_OUT' | 'REPLACED'): Promise<void> {
    await this.query(END, [hashOfSessionId(id) ?? null, because]);
  }

  /** Ends every session of a person, and the belief in their access tokens; answers how many sessions there were. */
  async revoke(person: string): Promise<number> {
    return this.count(REVOKE, [person]);
  }

  /** Who is signed in. */
  async list(): Promise<readonly ListedSession[]> {
    return this.query<ListedSession>(LIST, [this.lengths.idleMinutes]);
  }

  /** Ends what rests on one session of the issuer, on all of a person's, or on the one of that person; answers how many. */
  async endAtIssuer(
    issuer: string,
    issuerSession: string | undefined,
    person: string | undefined,
  ): Promise<number> {
    return this.count(END_AT_ISSUER, [issuer, issuerSession ?? null, person ?? null]);
  }

  private async count(sql: string, parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.query<{ count: number }>(sql, parameters);
    return row?.count ?? 0;
  }

  private query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.transactions.run(SERVICE_IDENTITY, () => this.transactions.query<Row>(sql, parameters), {
      statementTimeoutMs: LONGEST_STATEMENT_MS,
    });
  }
}

interface FoundRow extends Omit<Identity, 'role'> {
  readonly issuer: string;
  readonly claims: Statement['claims'];
  readonly idToken: string | null;
  readonly role: Role | null;
}

function liveSession({ issuer, claims, idToken, role, ...given }: FoundRow): LiveSession {
  const known = Object.entries(given).filter(([, value]) => value !== null);
  return {
    statement: { issuer, subject: given.person, claims },
    identity: role === null ? undefined : { ...(Object.fromEntries(known) as typeof given), role },
    idToken: idToken ?? undefined,
  };
}
