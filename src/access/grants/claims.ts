/** What an issuer signed about somebody, by the names of the claims (RFC 7519 section 4). */
export type Claims = Readonly<Record<string, unknown>>;

/** What an issuer signed: who it is and about whom. */
export interface Statement {
  /** As in the claim "iss"; 'development' for the issuer that is built in. */
  readonly issuer: string;
  /** The issuer's stable name of a person or machine: the claim "sub". */
  readonly subject: string;
  readonly claims: Claims;
}
