import { homedir } from 'node:os';
import path from 'node:path';
import { readAuditConfiguration, type AuditConfiguration } from './audit-configuration.js';
import { readHttpSettings, type HttpSettings } from './http-settings.js';
import { withSecretFiles } from './secret-files.js';
import { readSignInSettings, type SignInSettings } from './sign-in-settings.js';
import { wholeNumber } from './whole-number.js';

/** Everything that can be set from outside, read once. No other file reads the environment. */
export interface Configuration {
  readonly isProduction: boolean;
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly http: HttpSettings;
  readonly database: EmbeddedDatabase | SeparateDatabase;
  /** Folder for the embedded database, secrets and the inbox of drops; absolute. */
  readonly dataFolder: string;
  /** Folder whose sub-folders can be imported by name through the API; absolute. */
  readonly inboxFolder: string;
  /** The folder the user called the command from; relative paths on the command line start here. */
  readonly callerFolder: string;
  /** Seals what a browser holds during sign-in; undefined means: make one and keep it in the data folder. */
  readonly sessionSecret: string | undefined;
  readonly signIn: SignInSettings;
  readonly audit: AuditConfiguration;
  /** How often, in seconds, it is looked for what the published plan does not know of yet; 0 never does. */
  readonly planWatchSeconds: number;
  /** Places in the demo country that is made on an empty database; 0 makes none. */
  readonly demoPlaces: number;
  /** True where the built-in development sign-in is offered. Impossible in production, and beside another issuer. */
  readonly offersDevelopmentSignIn: boolean;
}

export interface EmbeddedDatabase {
  readonly kind: 'embedded';
}

export interface SeparateDatabase {
  readonly kind: 'separate';
  /** The service's own role: it owns nothing and cannot bypass row-level security. */
  readonly url: string;
  /** For migrations only; undefined where somebody else runs them. */
  readonly ownerUrl: string | undefined;
}

/** All problems of a configuration at once, one sentence each. */
export class BadConfiguration extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n- ${problems.join('\n- ')}`,
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; throws BadConfiguration with one sentence per problem. */
export function readConfiguration(given: Environment = process.env): Configuration {
  const problems: string[] = [];
  const environment = withSecretFiles(given, problems);
  const isProduction = environment['NODE_ENV'] === 'production';
  const callerFolder = path.resolve(environment['INIT_CWD'] ?? process.cwd());
  const dataFolder = path.resolve(
    callerOrProject(environment),
    expandHome(environment['SAMTILSYN_DATA'] ?? './data'),
  );
  const sessionSecret = environment['SAMTILSYN_SESSION_SECRET'];
  if (sessionSecret !== undefined && sessionSecret.length < 32) {
    problems.push(
      `SAMTILSYN_SESSION_SECRET has ${sessionSecret.length} characters, but needs at least 32; make one with: openssl rand -hex 32`,
    );
  }
  if (isProduction && sessionSecret === undefined) {
    problems.push(
      'SAMTILSYN_SESSION_SECRET is missing; production needs one of its own, made with: openssl rand -hex 32',
    );
  }
  const signIn = readSignInSettings(environment, isProduction, problems);
  const developmentSignIn =
    environment['SAMTILSYN_DEVELOPMENT_SIGN_IN'] ?? (isProduction || signIn.issuer ? 'off' : 'on');
  if (developmentSignIn !== 'on' && developmentSignIn !== 'off') {
    problems.push(`SAMTILSYN_DEVELOPMENT_SIGN_IN is "${developmentSignIn}", but must be "on" or "off".`);
  }
  if (isProduction && developmentSignIn === 'on') {
    problems.push(
      'SAMTILSYN_DEVELOPMENT_SIGN_IN is "on" while NODE_ENV is "production": anybody could sign in as anybody; remove it.',
    );
  }
  if (!isProduction && signIn.issuer && developmentSignIn === 'on') {
    problems.push(
      'SAMTILSYN_DEVELOPMENT_SIGN_IN is "on" beside OIDC_ISSUER: anybody could pass by the issuer; remove one of them.',
    );
  }
  const configuration: Configuration = {
    isProduction,
    host: environment['HOST'] ?? '127.0.0.1',
    port: wholeNumber('PORT', environment['PORT'], 3000, 0, 65_535, problems),
    http: readHttpSettings(environment, (file) => path.resolve(callerFolder, expandHome(file)), problems),
    database: readDatabase(environment, problems),
    dataFolder,
    inboxFolder: path.resolve(
      callerFolder,
      expandHome(environment['SAMTILSYN_INBOX'] ?? path.join(dataFolder, 'inbox')),
    ),
    callerFolder,
    sessionSecret,
    signIn,
    audit: readAuditConfiguration(
      {
        key: environment['SAMTILSYN_AUDIT_KEY'],
        formerKeys: environment['SAMTILSYN_AUDIT_FORMER_KEYS'],
        checkpointFile: path.resolve(
          callerFolder,
          expandHome(
            environment['SAMTILSYN_AUDIT_CHECKPOINTS'] ?? path.join(dataFolder, 'audit-checkpoints.ndjson'),
          ),
        ),
      },
      isProduction,
      problems,
    ),
    planWatchSeconds: wholeNumber(
      'SAMTILSYN_PLAN_WATCH_SECONDS',
      environment['SAMTILSYN_PLAN_WATCH_SECONDS'],
      60,
      0,
      86_400,
      problems,
    ),
    demoPlaces: wholeNumber(
      'SAMTILSYN_DEMO_PLACES',
      environment['SAMTILSYN_DEMO_PLACES'],
      isProduction ? 0 : 300,
      0,
      100_000,
      problems,
    ),
    offersDevelopmentSignIn: developmentSignIn === 'on' && !isProduction && !signIn.issuer,
  };
  if (problems.length > 0) throw new BadConfiguration(problems);
  return configuration;
}

// npm runs scripts in the project's folder and keeps the caller's folder in INIT_CWD. The default data folder belongs
// to the project, a relative SAMTILSYN_DATA to where the user stands.
function callerOrProject(environment: Environment): string {
  return environment['SAMTILSYN_DATA'] === undefined
    ? process.cwd()
    : path.resolve(environment['INIT_CWD'] ?? process.cwd());
}

function expandHome(folder: string): string {
  return folder.startsWith('~/') ? path.join(homedir(), folder.slice(2)) : folder;
}

function readDatabase(environment: Environment, problems: string[]): EmbeddedDatabase | SeparateDatabase {
  const url = environment['DATABASE_URL'];
  const ownerUrl = environment['DATABASE_OWNER_URL'];
  if (url === undefined) {
    if (ownerUrl !== undefined) {
      problems.push(
        'DATABASE_OWNER_URL is set without DATABASE_URL; set both for a separate server, or neither for the embedded one.',
      );
    }
    return { kind: 'embedded' };
  }
  for (const [name, value] of [
    ['DATABASE_URL', url],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    if (value !== undefined && !isPostgresUrl(value)) {
      problems.push(`${name} is not an address of the form postgres://user:password@host:port/database.`);
    }
  }
  if (ownerUrl !== undefined && userOf(url) !== undefined && userOf(url) === userOf(ownerUrl)) {
    problems.push(
      'DATABASE_URL and DATABASE_OWNER_URL name the same user; the service must not own the tables it reads.',
    );
  }
  return { kind: 'separate', url, ownerUrl };
}

function isPostgresUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function userOf(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).username : undefined;
}
