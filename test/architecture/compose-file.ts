import { parseDocument } from 'yaml';

/** A service of a compose file, in one form whichever way it is written. */
export interface ComposeService {
  readonly name: string;
  readonly image: string | undefined;
  readonly isBuilt: boolean;
  /** Texts as written, before any variable is filled in. */
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  /** `volume:/path`, by volume name. */
  readonly volumes: readonly string[];
  readonly configs: readonly string[];
  readonly dependsOn: readonly string[];
}

export interface ComposeFile {
  readonly text: string;
  readonly services: readonly ComposeService[];
  readonly volumes: readonly string[];
  /** The text of each inline config, by name. */
  readonly configs: Readonly<Record<string, string>>;
  /** Syntax errors, and keys that no compose file of ours uses: mostly spelling mistakes. */
  readonly problems: readonly string[];
}

type Mapping = Readonly<Record<string, unknown>>;

const TOP_KEYS = ['services', 'configs', 'volumes'];
const SERVICE_KEYS =
  'image build environment volumes configs healthcheck depends_on ports restart user command'.split(' ');

/** Reads a compose file; whatever is wrong with its form is in `problems`. */
export function readCompose(text: string): ComposeFile {
  const document = parseDocument(text, { uniqueKeys: true });
  const faults = [...document.errors, ...document.warnings].map(
    ({ message }) => message.split('\n')[0] ?? '',
  );
  const content = faults.length > 0 ? {} : mapping(document.toJS());
  const services = Object.entries(mapping(content['services']));
  const unknown = [
    ...unknownKeys('the file', content, TOP_KEYS),
    ...services.flatMap(([name, service]) => unknownKeys(name, mapping(service), SERVICE_KEYS)),
  ];
  return {
    text,
    services: services.map(([name, service]) => serviceOf(name, mapping(service))),
    volumes: Object.keys(mapping(content['volumes'])),
    configs: Object.fromEntries(
      Object.entries(mapping(content['configs'])).map(([name, config]) => [
        name,
        textOf(mapping(config)['content']),
      ]),
    ),
    problems: [...faults, ...unknown],
  };
}

function serviceOf(name: string, service: Mapping): ComposeService {
  const { image, build, environment, ports, volumes, configs, depends_on: dependsOn } = service;
  return {
    name,
    image: image === undefined ? undefined : textOf(image),
    isBuilt: build !== undefined,
    environment: Object.fromEntries(
      Object.entries(mapping(environment)).map(([key, value]) => [key, textOf(value)]),
    ),
    ports: list(ports).map(textOf),
    volumes: list(volumes).map(textOf),
    configs: list(configs).map((config) => textOf(mapping(config)['source'] ?? config)),
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(textOf) : Object.keys(mapping(dependsOn)),
  };
}

function unknownKeys(where: string, found: Mapping, known: readonly string[]): string[] {
  return Object.keys(found)
    .filter((key) => !known.includes(key))
    .map((key) => `${where} has the key "${key}", which is not known`);
}

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
