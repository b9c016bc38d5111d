import type { ReportProgress } from '../deliveries/import/import-report.js';

/** Shows progress on standard error: one line that moves on a terminal, one line a phase elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): ReportProgress & { end(): void } {
  let phase = '';
  let shownAt = 0;
  const report = ({ phase: next, done, total }: Parameters<ReportProgress>[0]): void => {
    const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 100;
    if (!stream.isTTY) {
      if (next !== phase) stream.write(`${next} ...\n`);
      phase = next;
      return;
    }
    const now = performance.now();
    if (next !== phase && phase !== '') stream.write('\n');
    if (next === phase && percent < 100 && now - shownAt < 100) return;
    phase = next;
    shownAt = now;
    stream.write(`\r\u001b[2K${next}  ${percent} %`);
  };
  return Object.assign(report, {
    end: () => {
      if (stream.isTTY && phase !== '') stream.write('\n');
      phase = '';
    },
  });
}

/** A table for people: the first column left, numbers right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    line(cells[0] ?? []),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...cells.slice(1).map(line),
  ].join('\n');
}
