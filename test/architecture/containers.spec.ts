import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SECRETS } from '../../src/config/secret-files.js';
import { composeProblems } from './check-compose.js';
import { dockerfileProblems, type ImageRules } from './check-dockerfile.js';
import { readCompose } from './compose-file.js';
import { PROJECT_FOLDER } from './source-files.js';

const read = (file: string): string => readFileSync(path.join(PROJECT_FOLDER, file), 'utf8');
const COMPOSE = read('docker-compose.yml');
const DOCKERFILE = read('Dockerfile');
/** Whatever the configuration's files call by a variable's name, and the files that may hold its secrets. */
const VARIABLES = new Set([
  ...globSync('src/config/*.ts', { cwd: PROJECT_FOLDER })
    .filter((file) => !file.endsWith('.spec.ts'))
    .flatMap((file) => [...read(file).matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, name = '']) => name)),
  ...SECRETS.map((name) => `${name}_FILE`),
]);
const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
const RULES: ImageRules = {
  nodeMajor: Number(/\d+/.exec(engines.node)?.[0]),
  knownVariables: VARIABLES,
  projectFolder: PROJECT_FOLDER,
  readAtRunTime: [],
};

/** Folders in src with files that the compiler leaves where they are: style sheets, scripts and icons of the pages. */
function foldersThatAreNotCompiled(): string[] {
  const files = globSync('src/**/*.*', { cwd: PROJECT_FOLDER }).filter((file) => !/\.(tsx?|md)$/.test(file));
  return [...new Set(files.map((file) => path.dirname(file)))]
    .filter((folder) => folder !== 'src/cli')
    .sort();
}

/** The text with one thing changed; fails where there is nothing to change, so that no planted violation is a void one. */
function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`"${from}" does not occur, so nothing was planted.`);
  return text.replace(from, to);
}

describe('the compose file', () => {
  it('is read against the variables of the configuration', () => {
    expect([...VARIABLES]).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'NODE_ENV', 'PORT', 'SAMTILSYN_DATA']),
    );
  });

  it('fits the configuration and the images', () => {
    expect(composeProblems(readCompose(COMPOSE), VARIABLES)).toEqual([]);
  });

  it.each([
    ['a key twice', '    build: .', '    build: .\n    build: .', 'Map keys must be unique'],
    ['a misspelt key', 'depends_on:', 'dependson:', 'service has the key "dependson", which is not known'],
    ['an image without version', 'postgres:18', 'postgres', 'pinned to no major version'],
    ['the newest image', 'postgres:18', 'postgres:latest', 'pinned to no major version'],
    ['too old a server', 'postgres:18', 'postgres:14', '15 is the oldest that serves'],
    [
      'an image that keeps its data elsewhere',
      'postgres:18',
      'postgres:17',
      'no volume at /var/lib/postgresql/data',
    ],
    [
      'a variable that the service does not read',
      'NODE_ENV:',
      'NODE_ENVIRONMENT:',
      'NODE_ENVIRONMENT, which nothing reads',
    ],
    [
      'a variable that the image does not read',
      'POSTGRES_DB:',
      'POSTGRES_DATABASE:',
      'POSTGRES_DATABASE, which nothing reads',
    ],
    [
      'a variable that the script does not read',
      '="$$SAMTILSYN_APP_PASSWORD"',
      '="$$APP_PASSWORD"',
      'SAMTILSYN_APP_PASSWORD, which nothing reads',
    ],
    [
      'a secret written out',
      '${SAMTILSYN_SESSION_SECRET:?set it in .env}',
      'a'.repeat(32),
      'SAMTILSYN_SESSION_SECRET written out',
    ],
    [
      'a password with a default',
      '${POSTGRES_PASSWORD:?set it in .env}',
      '${POSTGRES_PASSWORD:-postgres}',
      '${POSTGRES_PASSWORD:-postgres} may be missing',
    ],
    [
      'a password that may be empty',
      '${POSTGRES_PASSWORD:?}',
      '${POSTGRES_PASSWORD}',
      '${POSTGRES_PASSWORD} may be missing',
    ],
    ['a bare variable', '${POSTGRES_PASSWORD:?}', '$POSTGRES_PASSWORD', '$POSTGRES_PASSWORD may be missing'],
    ['a port for every network', "'127.0.0.1:3000:3000'", "'3000:3000'", '3000:3000 to every network'],
    [
      'a volume that is not there',
      '- data:/app/data',
      '- files:/app/data',
      'the volume files, which is not there',
    ],
    [
      'a config that is not there',
      'source: application-role',
      'source: role',
      'the config role, which is not there',
    ],
    [
      'a service that is not there',
      'database:\n        condition',
      'postgres:\n        condition',
      'the service postgres, which is not there',
    ],
    [
      'no production',
      'NODE_ENV: production',
      'NODE_ENV: development',
      'does not run with NODE_ENV production',
    ],
    ['one role for all', 'postgres://samtilsyn_app:', 'postgres://samtilsyn_owner:', 'name the same user'],
    [
      'a role that nobody makes',
      'create role samtilsyn_app ',
      'create role samtilsyn_service ',
      'but database makes samtilsyn_service',
    ],
    ['another database', 'POSTGRES_DB: samtilsyn', 'POSTGRES_DB: postgres', 'but database makes postgres'],
    ['another server', '@database:5432', '@server:5432', 'names the server server, which is no service'],
    [
      'no owner',
      'DATABASE_OWNER_URL',
      'SAMTILSYN_INBOX',
      'not given both DATABASE_URL and DATABASE_OWNER_URL',
    ],
  ])('is refused with %s', (_what, from, to, problem) => {
    const problems = composeProblems(readCompose(changed(COMPOSE, from, to)), VARIABLES);

    expect(problems.join('\n')).toContain(problem);
  });
});

describe('the Dockerfile', () => {
  it('fits the project', () => {
    expect(dockerfileProblems(DOCKERFILE, RULES)).toEqual([]);
  });

  it.each([
    ['an unknown instruction', 'EXPOSE 3000', 'EXPORT 3000', 'EXPORT is no instruction'],
    [
      'another Node',
      'FROM node:24.21-bookworm-slim\n',
      'FROM node:22.20-bookworm-slim\n',
      'Node 22, but package.json asks for 24',
    ],
    [
      'no version of Node',
      'FROM node:24.21-bookworm-slim AS',
      'FROM node AS',
      'is no node image with a version',
    ],
    [
      'a file that is not there',
      'COPY package.json',
      'COPY packages.json',
      'packages.json is not in the project',
    ],
    ['a stage that is not there', '--from=build', '--from=compile', 'there is no stage compile'],
    [
      'a variable that nothing reads',
      'ENV HOST=0.0.0.0',
      'ENV DEBUG=1 HOST=0.0.0.0',
      'ENV sets DEBUG, which nothing reads',
    ],
    ['no user', 'USER node\n', '', 'would run as root'],
    ['root', 'USER node\n', 'USER node\nUSER 0:0\n', 'would run as root'],
    ['no command', 'CMD', '# CMD', 'CMD is missing'],
    ['a command that is not built', 'dist/src/main.js', 'dist/main.js', 'there is no main.ts'],
    ['another port', 'EXPOSE 3000', 'EXPOSE 8080', 'EXPOSE is 8080, but PORT is 3000'],
    ['a service that nobody reaches', 'HOST=0.0.0.0', 'HOST=127.0.0.1', 'HOST must be 0.0.0.0'],
  ])('is refused with %s', (_what, from, to, problem) => {
    expect(dockerfileProblems(changed(DOCKERFILE, from, to), RULES).join('\n')).toContain(problem);
  });

  it('copies what the running service reads beside what is compiled', () => {
    expect(dockerfileProblems(DOCKERFILE, { ...RULES, readAtRunTime: foldersThatAreNotCompiled() })).toEqual(
      [],
    );
  });

  it('is refused when it leaves out what the pages read', () => {
    const copied = `${DOCKERFILE}\nCOPY --from=build /app/src/web/assets ./src/web/assets\n`;
    const rules = { ...RULES, readAtRunTime: foldersThatAreNotCompiled() };

    expect(dockerfileProblems(copied, rules)).toEqual([]);
    expect(dockerfileProblems(copied.replaceAll('src/web/assets', 'src/web/pictures'), rules)).toEqual([
      'src/web/assets is read by the running service, but the last stage does not copy it',
    ]);
  });

  it('is refused when it is empty', () => {
    expect(dockerfileProblems('', RULES)).toContain('There is no FROM');
  });

  it('is read with its continued lines', () => {
    const continued = changed(
      DOCKERFILE,
      'ENV HOST=0.0.0.0 PORT=3000',
      'ENV HOST=0.0.0.0 \\\n  # a remark\n  PORT=3000',
    );

    expect(dockerfileProblems(continued, RULES)).toEqual([]);
  });
});
