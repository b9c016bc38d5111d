import { DEMO_FILE_NAMES, type DemoFileName } from './demo-files.js';

/** Rows on their way into the files, without line endings, each file's in order. */
export class DropLines {
  private readonly byFile = new Map<DemoFileName, string[]>(DEMO_FILE_NAMES.map((name) => [name, []]));

  add(file: DemoFileName, row: string): void {
    this.of(file).push(row);
  }

  of(file: DemoFileName): string[] {
    return this.byFile.get(file) as string[];
  }
}
