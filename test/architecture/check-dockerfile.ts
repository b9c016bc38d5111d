import { existsSync } from 'node:fs';
import path from 'node:path';

/** What a Dockerfile is measured against. */
export interface ImageRules {
  /** Major version of Node that the project runs on. */
  readonly nodeMajor: number;
  /** Variables that the configuration reads. */
  readonly knownVariables: ReadonlySet<string>;
  /** Where the sources of the COPY instructions lie. */
  readonly projectFolder: string;
  /** Folders that the running service reads beside what is compiled. */
  readonly readAtRunTime: readonly string[];
}

interface Instruction {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

const KNOWN =
  'FROM RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL'.split(
    ' ',
  );

/** The instructions of a Dockerfile; continued lines are one instruction, and remarks between them are none. */
function instructionsIn(text: string): Instruction[] {
  const found: Instruction[] = [];
  let open: { line: number; text: string } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*#/.test(line)) continue;
    const whole: string = open ? `${open.text} ${line.trim()}` : line.trim();
    const from = open?.line ?? index + 1;
    open = whole.endsWith('\\') ? { line: from, text: whole.slice(0, -1).trimEnd() } : undefined;
    const [, name = '', value = ''] = open ? [] : (/^(\S+)\s*(.*)$/.exec(whole) ?? []);
    if (name !== '') found.push({ line: from, name, value });
  }
  return found;
}

/** What is wrong with a Dockerfile, one sentence each. */
export function dockerfileProblems(text: string, rules: ImageRules): string[] {
  const instructions = instructionsIn(text);
  const stages = stagesOf(instructions);
  const last = stages.at(-1) ?? [];
  return [
    ...instructions
      .filter(({ name }) => !KNOWN.includes(name))
      .map(({ line, name }) => `Line ${line}: ${name} is no instruction of a Dockerfile`),
    ...(stages.length === 0 ? ['There is no FROM'] : []),
    ...instructions.flatMap((instruction) => [
      ...baseProblems(instruction, rules.nodeMajor),
      ...copyProblems(instruction, instructions, rules.projectFolder),
    ]),
    ...rules.readAtRunTime
      .filter(
        (folder) => !last.some(({ name, value }) => name === 'COPY' && value.includes(` /app/${folder} `)),
      )
      .map((folder) => `${folder} is read by the running service, but the last stage does not copy it`),
    ...variableProblems(last, rules.knownVariables),
    ...userProblems(last),
    ...commandProblems(last, rules.projectFolder),
    ...portProblems(last),
  ];
}

function stagesOf(instructions: readonly Instruction[]): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction.name === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

function baseProblems({ name, value, line }: Instruction, nodeMajor: number): string[] {
  if (name !== 'FROM') return [];
  const major = /^node:(\d+)(\.\d+)*(-[a-z]+)*( AS \w+)?$/.exec(value)?.[1];
  if (major === undefined) return [`Line ${line}: ${value} is no node image with a version`];
  return Number(major) === nodeMajor
    ? []
    : [`Line ${line}: Node ${major}, but package.json asks for ${nodeMajor}`];
}

function copyProblems(
  { name, value, line }: Instruction,
  all: readonly Instruction[],
  folder: string,
): string[] {
  if (name !== 'COPY') return [];
  const options = value.match(/--\S+/g) ?? [];
  const sources = value
    .split(/\s+/)
    .filter((word) => !word.startsWith('--'))
    .slice(0, -1);
  const stage = options.map((option) => /^--from=(.+)$/.exec(option)?.[1]).find(Boolean);
  if (stage !== undefined) {
    const isThere = all.some(
      (other) => other.name === 'FROM' && other.line < line && other.value.endsWith(` AS ${stage}`),
    );
    return isThere ? [] : [`Line ${line}: there is no stage ${stage} before it`];
  }
  return sources
    .filter((source) => !existsSync(path.join(folder, source)))
    .map((source) => `Line ${line}: ${source} is not in the project`);
}

function variableProblems(stage: readonly Instruction[], known: ReadonlySet<string>): string[] {
  return [...environmentOf(stage).keys()]
    .filter((name) => !known.has(name))
    .map((name) => `ENV sets ${name}, which nothing reads`);
}

function environmentOf(stage: readonly Instruction[]): Map<string, string> {
  return new Map(
    stage
      .filter(({ name }) => name === 'ENV')
      .flatMap(({ value }) =>
        [...value.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name = '', text = '']) => [name, text]),
      ),
  );
}

function userProblems(stage: readonly Instruction[]): string[] {
  const user = stage.findLast(({ name }) => name === 'USER')?.value ?? 'root';
  return /^(root|0)(:|$)/.test(user) ? ['The service would run as root; end with a USER of its own'] : [];
}

/** The build puts `src/x.ts` at `dist/src/x.js`; the command must start a file that is made that way. */
function commandProblems(stage: readonly Instruction[], folder: string): string[] {
  const command = stage.findLast(({ name }) => name === 'CMD')?.value ?? '';
  const file = /^\["node", "dist\/(\S+)\.js"\]$/.exec(command)?.[1];
  if (file === undefined)
    return [`CMD is ${command === '' ? 'missing' : command}; write it as ["node", "dist/..."]`];
  return existsSync(path.join(folder, `${file}.ts`))
    ? []
    : [`CMD starts dist/${file}.js, but there is no ${file}.ts`];
}

function portProblems(stage: readonly Instruction[]): string[] {
  const environment = environmentOf(stage);
  const exposed = stage.find(({ name }) => name === 'EXPOSE')?.value;
  return [
    ...(exposed === environment.get('PORT')
      ? []
      : [`EXPOSE is ${exposed}, but PORT is ${environment.get('PORT')}`]),
    ...(environment.get('HOST') === '0.0.0.0'
      ? []
      : ['HOST must be 0.0.0.0: a published port never reaches 127.0.0.1']),
  ];
}
