export const AUDIT_PROBLEM_KINDS = [
  'CHANGED', // the seal does not fit the entry: altered, or written without the key
  'UNKNOWN_KEY', // sealed with a key that is not configured
  'MOVED', // whole, but written at another place of the log
  'COPIED', // a copy of another entry
  'MISSING', // not there, though later entries are
  'CUT_OFF', // not there, though a checkpoint saw it
  'BROKEN_LINK', // whole, but not written behind the entry that stands before it
  'OTHER_THAN_CHECKPOINT', // whole, but a checkpoint saw another entry at this place
  'BAD_CHECKPOINT', // a line of the checkpoint file that no known key sealed
  'BAD_ARCHIVE', // the record of an archive that no known key sealed, or that does not join the one before
] as const;
export type AuditProblemKind = (typeof AUDIT_PROBLEM_KINDS)[number];

/** What is wrong with a run of entries, from `sequence` to `through`. For BAD_CHECKPOINT these are lines of the file. */
export interface AuditProblem {
  readonly kind: AuditProblemKind;
  readonly sequence: number;
  readonly through: number;
  readonly detail: string;
}

/** Problems in the order of their entries; those of one kind that follow each other without a detail become one run. */
export function inRuns(problems: readonly AuditProblem[]): AuditProblem[] {
  const runs: AuditProblem[] = [];
  for (const problem of [...problems].sort((one, other) => one.sequence - other.sequence)) {
    const last = runs.at(-1);
    if (
      last &&
      last.kind === problem.kind &&
      last.through + 1 === problem.sequence &&
      last.detail === problem.detail
    ) {
      runs[runs.length - 1] = { ...last, through: problem.through };
    } else {
      runs.push(problem);
    }
  }
  return runs;
}
