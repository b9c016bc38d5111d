/** What a value read from JSON must look like; says where it does not, and what was expected. */
export type JsonShape =
  | 'text'
  | 'number'
  | 'whole'
  | 'flag'
  | { readonly orNull: JsonShape }
  | { readonly optional: JsonShape }
  | { readonly listOf: JsonShape }
  | { readonly fields: Readonly<Record<string, JsonShape>> };

const MOST_FAULTS = 20;

/** One sentence for each place where the value has another shape; at most twenty. Fields that are not named may be there. */
export function shapeFaults(value: unknown, shape: JsonShape, at = ''): string[] {
  const faults: string[] = [];
  collect(value, shape, at, faults);
  return faults;
}

function collect(value: unknown, shape: JsonShape, at: string, faults: string[]): void {
  if (faults.length >= MOST_FAULTS) return;
  const wrong = (expected: string): void =>
    void faults.push(`${at || 'The file'} is ${shown(value)}; write ${expected}.`);
  if (typeof shape === 'string') {
    if (!isSimple(value, shape)) wrong(SIMPLE[shape]);
  } else if ('orNull' in shape) {
    if (value !== null) collect(value, shape.orNull, at, faults);
  } else if ('optional' in shape) {
    if (value !== undefined) collect(value, shape.optional, at, faults);
  } else if ('listOf' in shape) {
    if (!Array.isArray(value)) wrong('a list');
    else value.forEach((each, index) => collect(each, shape.listOf, `${at}[${index}]`, faults));
  } else if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrong(`an object with ${Object.keys(shape.fields).join(', ')}`);
  } else {
    for (const [name, inner] of Object.entries(shape.fields))
      collect((value as Record<string, unknown>)[name], inner, at ? `${at}.${name}` : name, faults);
  }
}

const SIMPLE = {
  text: 'a text',
  number: 'a number',
  whole: 'a whole number',
  flag: 'true or false',
} as const;

function isSimple(value: unknown, shape: keyof typeof SIMPLE): boolean {
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'flag') return typeof value === 'boolean';
  return (
    typeof value === 'number' && Number.isFinite(value) && (shape === 'number' || Number.isInteger(value))
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return JSON.stringify(value).slice(0, 60);
}
