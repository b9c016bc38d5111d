export const PER_PAGE = 25;
const LAST_PAGE = 10_000;

/** The page that `?side=` asks for; the first where it says no number. */
export function pageAsked(side: unknown): number {
  const page = typeof side === 'string' && /^\d{1,5}$/.test(side) ? Number(side) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}

export function offsetOf(page: number): number {
  return (page - 1) * PER_PAGE;
}

export function lastPage(total: number): number {
  return Math.max(1, Math.ceil(total / PER_PAGE));
}
