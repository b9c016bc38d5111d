export const NUMBERED = [
  'place',
  'tilbud',
  'productionUnit',
  'pNumber',
  'location',
  'sorUnit',
  'visit',
  'concern',
] as const;
type Numbered = (typeof NUMBERED)[number];

/** Counts what is numbered over the whole country, each kind from 0. */
export class RunningNumbers {
  private readonly counts = new Map<Numbered, number>();

  next(kind: Numbered): number {
    const number = this.counts.get(kind) ?? 0;
    this.counts.set(kind, number + 1);
    return number;
  }
}
