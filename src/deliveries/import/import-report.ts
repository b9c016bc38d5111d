/** What an import did with one file. read = new + changed + unchanged + quarantined; duplicates count as unchanged. */
export interface FileReport {
  readonly file: string;
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly quarantined: number;
  /** Set where the file as a whole could not be read; the other files are not affected. */
  readonly problem?: string;
}

/** What `samtilsyn import --json` prints. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly seconds: number;
}

/** Told while long work goes on; `done` of `total`, in the unit that fits the phase (bytes, rows, places). */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  /** The length of the file tells what not everybody who watches the import may know. */
  readonly isSecret?: boolean;
}
export type ReportProgress = (progress: Progress) => void;

/** The same report without a file's problem, which is a message for people. */
export function countsOf(report: FileReport): Omit<FileReport, 'problem'> {
  const { file, read, new: added, changed, unchanged, quarantined } = report;
  return { file, read, new: added, changed, unchanged, quarantined };
}
