import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER } from './source-files.js';

const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a signed token': /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\./,
  'a key of a cloud or registry': /\b(AKIA[0-9A-Z]{16}|gh[pousr]_\w{36}|npm_\w{36}|xox[abp]-\w{10,})/,
  'a password in an address':
    /\b(postgres(ql)?|https?):\/\/[\w.-]+:(?!password@|\.\.\.@)[^\s:@/${}<>'"`]{3,}@/,
  'a value that is called a secret':
    /\b\w*(secret|password|passwd|token|api_?key)\w*['"]?\s*[:=]\s*['"`](?=[^'"`]*\d)[\w+/=-]{16,}['"`]/i,
};

/** What looks like a secret in a text, each as `place: what`. */
function secretsIn(place: string, text: string): string[] {
  return Object.entries(SECRETS).flatMap(([what, pattern]) =>
    pattern.test(text) ? [`${place}: ${what}`] : [],
  );
}

describe('secrets', () => {
  const files = globSync(
    [
      '{src,migrations,docs}/**/*.*',
      '*.{json,js,mjs,yml,md}',
      'Dockerfile',
      '.ci/*',
      '.dockerignore',
      '.gitignore',
    ],
    { cwd: PROJECT_FOLDER },
  ).filter((file) => file !== 'package-lock.json' && !/\.spec\.tsx?$/.test(file)); // specs make their secrets up

  it('stand in no file of the project', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(
      files.flatMap((file) => secretsIn(file, readFileSync(path.join(PROJECT_FOLDER, file), 'utf8'))),
    ).toEqual([]);
  });

  it('are kept out of the repository and of the container image where people put them', () => {
    for (const list of ['.gitignore', '.dockerignore']) {
      const lines = readFileSync(path.join(PROJECT_FOLDER, list), 'utf8').split('\n');
      expect(lines).toEqual(
        expect.arrayContaining([expect.stringMatching(/^\/?\.env/), expect.stringMatching(/^\/?data/)]),
      );
    }
  });

  it('are caught when they are written down', () => {
    const key = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ');
    const planted = {
      key,
      token: `const sent = "${'eyJhbGciOiJIUzI1NiJ9'}.${'eyJyb2xlIjoiU0VSVklDRSJ9'}.x"`,
      cloud: `AKIA${'A1B2C3D4E5F6G7H8'}`,
      address: `postgres://app:${'hunter2'}@db/samtilsyn`,
      named: `sessionSecret: '${'0123456789abcdef'}'`,
    };

    expect(Object.values(planted).map((text) => secretsIn('x', text).length)).toEqual([1, 1, 1, 1, 1]);
    expect(
      secretsIn('x', `postgres://role:password@host/d secret = readFileSync(file) token: 'session'`),
    ).toEqual([]);
  });
});
