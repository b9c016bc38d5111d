import type { DemoWorld } from '../demo-world.js';
import { Draws, type Weighted } from '../draws.js';
import { DEMO_FILES } from './demo-files.js';
import type { DropLines } from './drop-lines.js';

/** Malformed copies among a thousand good rows at noise 1. */
const SHARE = 0.01;
/** A malformed copy lies up to so many rows below the good row it was made from. */
const FURTHEST = 400;
const IMPOSSIBLE_DATES = ['31-02-2023', '00-00-0000', '17-14-2022', '2022.31.04', 'dato mangler'];

type FaultKind = 'id' | 'short' | 'date' | 'json' | 'dup';
type Corruption = (row: string, draws: Draws) => string | undefined;

/** Returns undefined where the row has nothing that could be broken in this way. */
const CORRUPTIONS: Record<FaultKind, (keyColumn: number, dateColumn: number) => Corruption> = {
  id: (keyColumn) => (row) => replaced(row, keyColumn, ''),
  date: (_, dateColumn) => (row, draws) =>
    row.split(';')[dateColumn] ? replaced(row, dateColumn, draws.pick(IMPOSSIBLE_DATES)) : undefined,
  short: () => (row) => {
    const fields = row.split(';');
    return fields.slice(0, Math.floor(fields.length / 3)).join(';');
  },
  json: () => (row, draws) => row.slice(0, draws.whole(30, row.length - 2)),
  dup: () => (row) => row,
};

const CSV_KINDS: Weighted<FaultKind> = [
  ['id', 25],
  ['short', 25],
  ['date', 25],
  ['dup', 25],
];
const FAULTY_FILES = [
  { file: 'tilsyn', kinds: CSV_KINDS, keyColumn: 1, dateColumn: 3 },
  { file: 'atTilsyn', kinds: CSV_KINDS, keyColumn: 0, dateColumn: 10 },
  { file: 'stpsTilsyn', kinds: [['json', 1]] as Weighted<FaultKind>, keyColumn: 0, dateColumn: 0 },
] as const;

/**
 * Puts malformed copies of good rows between the rows, and notes them in the truth. Copies, so that nothing true is
 * lost: whoever sets them aside has the whole country.
 */
export class MalformedRows {
  private readonly draws: Draws;
  private readonly share: number;
  private readonly waiting = FAULTY_FILES.map(
    () => [] as { row: string; kind: FaultKind; rowsLeft: number }[],
  );

  constructor(world: DemoWorld) {
    this.draws = Draws.for(world.options.seed, 'malformed');
    this.share = world.noise.share(SHARE);
  }

  mixInto(lines: DropLines): void {
    FAULTY_FILES.forEach(({ file, kinds, keyColumn, dateColumn }, index) => {
      const waiting = this.waiting[index] ?? [];
      const good = lines.of(file).splice(0);
      for (const row of good) {
        lines.add(file, row);
        for (const one of waiting) one.rowsLeft -= 1;
        while (waiting[0] && waiting[0].rowsLeft <= 0) this.release(lines, file, waiting);
        if (!this.draws.chance(this.share)) continue;
        const kind = this.draws.weighted(kinds);
        const broken = CORRUPTIONS[kind](keyColumn, dateColumn)(row, this.draws);
        if (broken !== undefined)
          waiting.push({ row: broken, kind, rowsLeft: this.draws.whole(0, FURTHEST) });
      }
    });
  }

  /** The copies that still wait when the country is complete. */
  flushInto(lines: DropLines): void {
    FAULTY_FILES.forEach(({ file }, index) => {
      const waiting = this.waiting[index] ?? [];
      while (waiting.length > 0) this.release(lines, file, waiting);
    });
  }

  private release(lines: DropLines, file: (typeof FAULTY_FILES)[number]['file'], waiting: Waiting): void {
    const next = waiting.shift();
    if (!next) return;
    lines.add(file, next.row);
    lines.add('badRows', `${DEMO_FILES[file].path},${next.kind}`);
  }
}

type Waiting = { row: string; kind: FaultKind; rowsLeft: number }[];

function replaced(row: string, column: number, value: string): string {
  const fields = row.split(';');
  fields[column] = value;
  return fields.join(';');
}
