import { textHash } from '../../shared/seeded-random.js';
import type { SorUnit } from '../sor-unit.js';
import type { SourceRecord } from '../source-record.js';
import { compact } from '../text/danish-text.js';

/** What the records themselves tell about where postal codes and municipalities lie. */
export interface Localities {
  /** A postal code may span municipalities; codes in ascending order. */
  readonly municipalitiesOf: ReadonlyMap<string, readonly string[]>;
  /** Municipality code by compact folded name. */
  readonly codeOf: ReadonlyMap<string, string>;
}

/**
 * Learns which municipalities a postal code has been seen in, and which code a municipality's name stands for: the code
 * that SOR most often gives with the name, or else the one that its postal codes most often lie in.
 */
export function learnLocalities(
  records: readonly SourceRecord[],
  sorUnits: ReadonlyMap<string, SorUnit>,
): Localities {
  const codesOfPostalCode = new Votes();
  for (const record of records) {
    codesOfPostalCode.add(record.address?.postalCode, record.municipalityCode);
  }
  for (const unit of sorUnits.values()) codesOfPostalCode.add(unit.postalCode, unit.municipalityCode);
  const codesOfName = new Votes();
  for (const record of records) {
    const name = record.municipalityName === null ? null : compact(record.municipalityName);
    codesOfName.add(name, record.municipalityCode, SURE);
    codesOfName.add(name, sorUnits.get(record.sorCode ?? '')?.municipalityCode, SURE);
    const near = codesOfPostalCode.of(record.address?.postalCode);
    if (near.length === 1) codesOfName.add(name, near[0]);
  }
  return { municipalitiesOf: codesOfPostalCode.all(), codeOf: codesOfName.winners() };
}

/** A hash of all that was learned. */
export function hashLocalities({ municipalitiesOf, codeOf }: Localities): number {
  const lines = [...municipalitiesOf, ...codeOf].map(([subject, codes]) => `${subject} ${String(codes)}`);
  return textHash(lines.sort().join('\n'));
}

/** The municipality's code as the record's name for it or its postal code gives it; null where that is not certain. */
export function municipalityOf(record: SourceRecord, localities: Localities): string | null {
  const named = localities.codeOf.get(compact(record.municipalityName ?? ''));
  const near = localities.municipalitiesOf.get(record.address?.postalCode ?? '') ?? [];
  return named ?? (near.length === 1 ? (near[0] ?? null) : null);
}

/** One statement about the unit itself outweighs what a neighbourhood of postal codes suggests. */
const SURE = 1000;

class Votes {
  private readonly counts = new Map<string, Map<string, number>>();

  add(subject: string | null | undefined, code: string | null | undefined, weight = 1): void {
    if (!subject || !code) return;
    const counts = this.counts.get(subject) ?? new Map<string, number>();
    counts.set(code, (counts.get(code) ?? 0) + weight);
    this.counts.set(subject, counts);
  }

  of(subject: string | null | undefined): string[] {
    return [...(this.counts.get(subject ?? '')?.keys() ?? [])].sort();
  }

  all(): Map<string, string[]> {
    return new Map([...this.counts.keys()].map((subject) => [subject, this.of(subject)]));
  }

  winners(): Map<string, string> {
    return new Map([...this.counts].map(([subject, counts]) => [subject, winner(counts)]));
  }
}

function winner(counts: ReadonlyMap<string, number>): string {
  const [best = ['', 0]] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best[0];
}
