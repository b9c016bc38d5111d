// As words of a name: "num_inspector", "cat_team_id", "cat_sanitarian"; "steam" is none of them.
const NAMES =
  /(^|[^a-z])(inspectors?|inspected_by|teams?|sanitarians?|surveyors?|officers?|tilsynsfoerende|tilsynsf\u00f8rende)([^a-z]|$)/i;

/** Whether a fact says who inspected: that measures strictness, and no feature may ever see it. */
export function namesInspector(name: string): boolean {
  return NAMES.test(name);
}
