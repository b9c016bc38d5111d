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

/** Problems in the order of their entries; what is the same about entries that follow each other becomes one run. */
export function inRuns(problems: readonly AuditProblem[]): AuditProblem[] {
  const runs: AuditProblem[] = [];
  const latest = new Map<string, number>();
  for (const problem of [...problems].sort(bySequence)) {
    const alike = `${problem.kind} ${problem.detail}`;
    const index = latest.get(alike);
    const last = index === undefined ? undefined : runs[index];
    if (index !== undefined && last?.through === problem.sequence - 1) {
      runs[index] = { ...last, through: problem.through };
    } else {
      latest.set(alike, runs.push(problem) - 1);
    }
  }
  return runs;
}

function bySequence(one: AuditProblem, other: AuditProblem): number {
  return one.sequence - other.sequence;
}
