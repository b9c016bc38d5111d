import type { WeekProblem } from './week-problem.js';

/**
 * Splits a week into problems that share no inspector: offices that meet at a place belong together, and so do those
 * that meet them. Areas of the authorities need not nest.
 */
export function independentWeeks(problem: WeekProblem): WeekProblem[] {
  const group = new Map<string, string>();
  const rootOf = (office: string): string => {
    let root = office;
    while ((group.get(root) ?? root) !== root) root = group.get(root)!;
    return root;
  };
  for (const { parts } of problem.events) {
    const roots = parts.map(({ officeId }) => rootOf(officeId)).sort();
    for (const root of roots) group.set(root, roots[0]!);
  }
  const events = Map.groupBy(problem.events, ({ parts }) => rootOf(parts[0]!.officeId));
  const inspectors = Map.groupBy(problem.inspectors, ({ officeId }) => rootOf(officeId));
  return [...events].map(([root, own]) => ({
    ...problem,
    events: own,
    inspectors: inspectors.get(root) ?? [],
  }));
}
