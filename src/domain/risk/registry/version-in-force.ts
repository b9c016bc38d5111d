/** What a named person decided on a version of the models. ROLLED_BACK: it is not to be used any more. */
export interface ModelDecision {
  readonly version: number;
  readonly decision: 'APPROVED' | 'ROLLED_BACK';
}

/**
 * The version that scores: the latest approved one that was not rolled back; undefined where none is, and the newest
 * training scores unapproved. Decisions come oldest first; approving a version again undoes its rollback.
 */
export function versionInForce(decisions: readonly ModelDecision[]): number | undefined {
  const approved: number[] = [];
  for (const { version, decision } of decisions) {
    const place = approved.indexOf(version);
    if (place >= 0) approved.splice(place, 1);
    if (decision === 'APPROVED') approved.push(version);
  }
  return approved.at(-1);
}
