import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly kind: string;
  readonly id: string;
  payload: AdapterPayload;
  readonly expiresAt: number;
}

/** What the development issuer remembers, until the service stops. One for each kind of thing, over one map for all. */
export class ShortTermMemory implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly entries: Map<string, Entry>,
  ) {}

  upsert(id: string, payload: AdapterPayload, expiresInS = Infinity): Promise<void> {
    for (const [key, entry] of this.entries) if (entry.expiresAt <= Date.now()) this.entries.delete(key);
    this.entries.set(this.keyOf(id), {
      kind: this.kind,
      id,
      payload,
      expiresAt: Date.now() + expiresInS * 1000,
    });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.first((entry) => entry.id === id);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.first(({ payload }) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.first(({ payload }) => payload.userCode === userCode);
  }

  consume(id: string): Promise<void> {
    const entry = this.entries.get(this.keyOf(id));
    if (entry) entry.payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.entries.delete(this.keyOf(id));
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(key);
    return Promise.resolve();
  }

  private first(isMeant: (entry: Entry) => boolean): Promise<AdapterPayload | undefined> {
    const now = Date.now();
    for (const entry of this.entries.values()) {
      if (entry.kind === this.kind && entry.expiresAt > now && isMeant(entry))
        return Promise.resolve(entry.payload);
    }
    return Promise.resolve(undefined);
  }

  private keyOf(id: string): string {
    return `${this.kind} ${id}`;
  }
}
