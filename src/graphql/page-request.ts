/** A page as a repository reads it: `limit` rows in one direction from a place in the order. */
export interface PageRequest {
  readonly limit: number;
  readonly isBackward: boolean;
  readonly cursor: string | undefined;
  readonly offset: number;
}
