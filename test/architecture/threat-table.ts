/** One row of the table of threats. */
export interface Threat {
  readonly id: string;
  readonly kind: string;
  readonly control: string;
  /** Paths from the project's folder. */
  readonly tests: readonly string[];
}

/** The rows of the table under "## Threats". */
export function threatsIn(text: string): Threat[] {
  const section = text.split(/^## /m).find((each) => each.startsWith('Threats')) ?? '';
  return section
    .split('\n')
    .filter((line) => /^\| [A-Z]\d+ \|/.test(line))
    .map((line) => {
      const [id = '', kind = '', , control = '', tests = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { id, kind, control, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) };
    });
}

/** One sentence for each threat that is not dealt with; `exists` says whether a test file is there. */
export function openThreats(threats: readonly Threat[], exists: (file: string) => boolean): string[] {
  return threats.flatMap(({ id, kind, control, tests }) => {
    const missing = tests.filter((file) => !/\.spec\.tsx?$/.test(file) || !exists(file));
    return [
      ...(id.startsWith(kind) ? [] : [`${id} is of kind ${kind}`]),
      ...(control.length < 10 ? [`${id} has no control`] : []),
      ...(tests.length === 0 ? [`${id} has no test`] : []),
      ...missing.map((file) => `${id} names ${file}, which is no test`),
    ];
  });
}
