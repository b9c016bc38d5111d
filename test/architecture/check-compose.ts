import { BadConfiguration, readConfiguration } from '../../src/config/configuration.js';
import type { ComposeFile, ComposeService } from './compose-file.js';

/** What the postgres image reads (its page on Docker Hub); the first four also with _FILE. */
const POSTGRES_VARIABLE =
  /^(POSTGRES_(USER|PASSWORD|DB|INITDB_ARGS)(_FILE)?|POSTGRES_(INITDB_WALDIR|HOST_AUTH_METHOD)|PGDATA)$/;
const SECRET = /PASSWORD|SECRET|_KEYS?$|_URL$/;
/** `${NAME:?message}`: without the variable nothing starts. `$$` is a plain dollar. */
const FILLED_IN = /(?<!\$)\$(?:\{([A-Z_]+)(:\?[^}]*)?[^}]*\}|[A-Z_]+)/g;
const OLDEST_POSTGRES = 15;

/** What is wrong with a compose file, one sentence each. `knownVariables` are those that the configuration reads. */
export function composeProblems(compose: ComposeFile, knownVariables: ReadonlySet<string>): string[] {
  const { services } = compose;
  return [
    ...compose.problems,
    ...services.flatMap((service) => [
      ...imageProblems(service),
      ...unreadVariables(service, compose, knownVariables),
      ...plainSecrets(service),
      ...service.ports
        .filter((port) => !port.startsWith('127.0.0.1:'))
        .map((port) => `${service.name} publishes ${port} to every network; begin it with 127.0.0.1:`),
      ...danglingNames(service, compose),
    ]),
    ...optionalVariables(compose),
    ...configurationProblems(compose),
  ];
}

function imageProblems({ name, image, isBuilt, volumes }: ComposeService): string[] {
  if (image === undefined) return isBuilt ? [] : [`${name} has neither an image nor a build`];
  const major = Number(/^[a-z][a-z0-9./-]*:(\d+)/.exec(image)?.[1] ?? NaN);
  if (Number.isNaN(major)) return [`${name} uses ${image}, which is pinned to no major version`];
  if (!image.startsWith('postgres:')) return [];
  if (major < OLDEST_POSTGRES)
    return [`${name} uses ${image}, but ${OLDEST_POSTGRES} is the oldest that serves`];
  // The image keeps its data in a folder of the major version from 18 on; mounted deeper, the data would be lost.
  const target = major >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data';
  return volumes.some((volume) => volume.endsWith(`:${target}`))
    ? []
    : [`${name} keeps no volume at ${target}`];
}

function unreadVariables(
  service: ComposeService,
  compose: ComposeFile,
  knownVariables: ReadonlySet<string>,
): string[] {
  const scripts = service.configs.map((config) => compose.configs[config] ?? '').join('\n');
  const isRead = (name: string): boolean =>
    service.isBuilt
      ? knownVariables.has(name)
      : POSTGRES_VARIABLE.test(name) || new RegExp(`\\$\\$\\{?${name}\\b`).test(scripts);
  return Object.keys(service.environment)
    .filter((name) => !isRead(name))
    .map((name) => `${service.name} sets ${name}, which nothing reads`);
}

function plainSecrets({ name, environment }: ComposeService): string[] {
  return Object.entries(environment)
    .filter(([variable, value]) => SECRET.test(variable) && [...value.matchAll(FILLED_IN)].length === 0)
    .map(([variable]) => `${name} has ${variable} written out; take it from the environment`);
}

function optionalVariables({ text }: ComposeFile): string[] {
  return [...text.matchAll(FILLED_IN)]
    .filter(([, , required]) => required === undefined)
    .map(([written]) => `${written} may be missing or empty; write it as \${NAME:?message}`);
}

function danglingNames(service: ComposeService, compose: ComposeFile): string[] {
  const names = compose.services.map(({ name }) => name);
  const missing = (kind: string, wanted: readonly string[], known: readonly string[]): string[] =>
    wanted
      .filter((name) => !known.includes(name))
      .map((name) => `${service.name} names the ${kind} ${name}, which is not there`);
  const volumes = service.volumes.map((volume) => volume.slice(0, volume.indexOf(':')));
  return [
    ...missing('service', service.dependsOn, names),
    ...missing(
      'volume',
      volumes.filter((volume) => !/^[./]/.test(volume)),
      compose.volumes,
    ),
    ...missing('config', service.configs, Object.keys(compose.configs)),
  ];
}

/** The service's variables, filled in as an operator would, read by the service's own configuration. */
function configurationProblems({ services, configs }: ComposeFile): string[] {
  return services
    .filter(({ isBuilt }) => isBuilt)
    .flatMap(({ environment }) => {
      const filledIn = Object.entries(environment).map(([name, value]) => [
        name,
        value.replaceAll(FILLED_IN, (_written, variable = '') => filledInWith(String(variable))),
      ]);
      try {
        const { database, isProduction } = readConfiguration(
          Object.fromEntries(filledIn) as Record<string, string>,
        );
        if (!isProduction) return ['The service does not run with NODE_ENV production'];
        if (database.kind === 'embedded' || database.ownerUrl === undefined)
          return ['The service is not given both DATABASE_URL and DATABASE_OWNER_URL'];
        return [
          ...addressProblems(
            'DATABASE_OWNER_URL',
            database.ownerUrl,
            services,
            ({ environment: server }) => server['POSTGRES_USER'],
          ),
          ...addressProblems('DATABASE_URL', database.url, services, (server) =>
            server.configs
              .map((config) => /create role (\w+) login/.exec(configs[config] ?? '')?.[1])
              .find(Boolean),
          ),
        ];
      } catch (error) {
        if (error instanceof BadConfiguration) return [...error.problems];
        throw error;
      }
    });
}

function filledInWith(variable: string): string {
  return /^(PUBLIC_URL|OIDC_ISSUER)$/.test(variable) ? 'https://host.example' : '0123456789abcdef'.repeat(4);
}

function addressProblems(
  variable: string,
  text: string,
  services: readonly ComposeService[],
  roleMadeBy: (server: ComposeService) => string | undefined,
): string[] {
  const url = new URL(text);
  const server = services.find(({ name }) => name === url.hostname);
  if (!server) return [`${variable} names the server ${url.hostname}, which is no service of the file`];
  const database = server.environment['POSTGRES_DB'];
  const role = roleMadeBy(server);
  return [
    ...(url.pathname === `/${database}`
      ? []
      : [`${variable} names the database ${url.pathname.slice(1)}, but ${server.name} makes ${database}`]),
    ...(url.username === role
      ? []
      : [`${variable} names the role ${url.username}, but ${server.name} makes ${role}`]),
  ];
}
