/** Day, month and year as somebody wrote them in three fields. */
export interface WrittenDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type AskedDay =
  { readonly kind: 'today' } | { readonly kind: 'day'; readonly day: string } | { readonly kind: 'problem' };

/** Nothing written is today; what is no day of the calendar is a problem. */
export function askedDay({ day, month, year }: WrittenDay): AskedDay {
  const parts = [day, month, year].map((text) => text.trim());
  if (parts.every((text) => text === '')) return { kind: 'today' };
  const [d, m, y] = parts;
  if (!/^\d{1,2}$/.test(d!) || !/^\d{1,2}$/.test(m!) || !/^\d{4}$/.test(y!)) return { kind: 'problem' };
  const iso = `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return isReal ? { kind: 'day', day: iso } : { kind: 'problem' };
}
