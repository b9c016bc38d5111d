/** Names in the addresses and forms of signing in: who to be, in which role, where to go afterwards, and as another. */
export const USER_FIELD = 'bruger';
export const ROLE_FIELD = 'rolle';
export const NEXT_FIELD = 'videre';
export const ANOTHER_FIELD = 'anden';

/** An address with where to go afterwards. */
export function withNext(path: string, next: string | undefined): string {
  return next === undefined ? path : `${path}?${NEXT_FIELD}=${encodeURIComponent(next)}`;
}
