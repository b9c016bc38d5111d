/** A request as the sender writes it on a connection. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Bytes that need not be a request at all; they get a connection of their own, which may be closed. */
export interface FuzzBytes {
  readonly bytes: string | Buffer;
}
