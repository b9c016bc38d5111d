import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

const SUFFIX = '_FILE';

/** What a file may give instead of the environment, where other processes of the machine cannot read it. */
export const SECRETS = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SAMTILSYN_SESSION_SECRET',
  'SAMTILSYN_AUDIT_KEY',
  'SAMTILSYN_AUDIT_FORMER_KEYS',
  'OIDC_CLIENT_SECRET',
] as const;

/**
 * The environment with every secret that a file gives: `X_FILE` names the file of `X`, whose white space at the end does
 * not count. Adds a sentence to `problems` where a file cannot be read or a secret is given twice, never the secret.
 */
export function withSecretFiles(environment: Environment, problems: string[]): Environment {
  const found: Record<string, string> = {};
  for (const name of SECRETS) {
    const file = environment[`${name}${SUFFIX}`];
    if (file === undefined) continue;
    if (environment[name] !== undefined) {
      problems.push(`${name} and ${name}${SUFFIX} are both set; give the secret once.`);
      continue;
    }
    try {
      found[name] = readFileSync(file, 'utf8').trimEnd();
    } catch (error) {
      problems.push(
        `${name}${SUFFIX} names ${file}, which cannot be read: ${(error as NodeJS.ErrnoException).code}.`,
      );
    }
  }
  return { ...environment, ...found };
}
