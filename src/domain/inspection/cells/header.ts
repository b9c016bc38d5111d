import { UnreadableFile } from '../register-file.js';

/** Where each column stands in one file. Order is free, and columns that nobody reads are let through. */
export class Header {
  private readonly positions: ReadonlyMap<string, number>;
  readonly width: number;

  constructor(private readonly names: readonly string[]) {
    this.width = names.length;
    this.positions = new Map(names.map((name, index) => [name, index]));
  }

  positionOf(column: string): number | undefined {
    return this.positions.get(column);
  }

  nameAt(position: number): string | undefined {
    return this.names[position];
  }

  /** How many of the file's first columns, without a gap, are among these. */
  leadingRunOf(columns: readonly string[]): number {
    const end = this.names.findIndex((name) => !columns.includes(name));
    return end === -1 ? this.width : end;
  }
}

/** Throws UnreadableFile, naming the columns, where a needed one is missing or stands there twice. */
export function readHeader(path: string, names: readonly string[], needed: readonly string[]): Header {
  const found = names.map((name) => name.trim().toLowerCase());
  const missing = needed.filter((column) => !found.includes(column));
  if (missing.length > 0)
    throw new UnreadableFile(
      `${path} lacks the columns ${quoteAll(missing)}. Its first line must name every column, with ; between them.`,
    );
  const repeated = needed.filter((column) => found.indexOf(column) !== found.lastIndexOf(column));
  if (repeated.length > 0)
    throw new UnreadableFile(
      `${path} names the columns ${quoteAll(repeated)} more than once. Keep one of each.`,
    );
  return new Header(found);
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
