import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

interface Key {
  readonly id: string;
  readonly secret: string;
}

/** The key that seals, and the former ones that old entries are verified with. */
export class AuditKeys {
  private readonly current: Key;
  private readonly known: ReadonlyMap<string, string>;

  constructor(key: string, formerKeys: readonly string[] = []) {
    const keys = [key, ...formerKeys].map((secret) => ({ id: idOf(secret), secret }));
    this.current = keys[0]!;
    this.known = new Map(keys.map(({ id, secret }) => [id, secret]));
  }

  get currentId(): string {
    return this.current.id;
  }

  /** HMAC-SHA-256 (RFC 2104) with the current key, as 64 hexadecimal digits. */
  seal(content: string): string {
    return hmac(this.current.secret, content);
  }

  /** Whether `mac` was made of `content` with the key of this id; undefined where that key is not known. */
  isSeal(keyId: string, content: string, mac: string): boolean | undefined {
    const secret = this.known.get(keyId);
    if (secret === undefined) return undefined;
    const expected = Buffer.from(hmac(secret, content));
    const given = Buffer.from(mac);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}

function hmac(secret: string, content: string): string {
  return createHmac('sha256', secret).update(content).digest('hex');
}

// Names a key without telling it: the first half of a hash over at least 32 random characters.
function idOf(secret: string): string {
  return createHash('sha256').update(`samtilsyn audit key ${secret}`).digest('hex').slice(0, 16);
}
