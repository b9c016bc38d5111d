import { type FileHandle, open } from 'node:fs/promises';
import type { DemoFile } from './demo-files.js';
import { encodeLines } from './encode-lines.js';

const CHUNK_CHARACTERS = 256 * 1024;

/** A file of rows that is written in chunks as rows arrive. */
export class LineFile {
  bytes = 0;
  rows = 0;
  private waiting: string;

  private constructor(
    private readonly handle: FileHandle,
    private readonly file: DemoFile,
  ) {
    this.waiting = file.opening;
  }

  static async create(location: string, file: DemoFile): Promise<LineFile> {
    return new LineFile(await open(location, 'w'), file);
  }

  get path(): string {
    return this.file.path;
  }

  /** Takes rows without line endings. Returns a promise only when a chunk goes to disk, which must be awaited. */
  append(rows: readonly string[]): Promise<void> | undefined {
    if (rows.length === 0) return undefined;
    this.rows += rows.length;
    this.waiting += rows.join(this.file.lineEnd) + this.file.lineEnd;
    return this.waiting.length >= CHUNK_CHARACTERS ? this.flush() : undefined;
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.handle.close();
    }
  }

  private async flush(): Promise<void> {
    const chunk = encodeLines(this.file, this.waiting);
    this.waiting = '';
    await this.handle.writeFile(chunk);
    this.bytes += chunk.length;
  }
}
