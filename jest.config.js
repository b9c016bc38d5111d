/** Pure specs live beside their file in src and need nothing; specs in test/ get a migrated database each. */
const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};
const shared = {
  testEnvironment: 'node',
  testRegex: '\\.spec\\.tsx?$',
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/support/setup.js'],
};
module.exports = {
  projects: [
    { ...shared, displayName: 'pure', roots: ['<rootDir>/src', '<rootDir>/test/architecture'] },
    {
      ...shared,
      displayName: 'database',
      roots: ['<rootDir>/test/persistence', '<rootDir>/test/e2e'],
      globalSetup: '<rootDir>/test/support/global-setup.js',
      globalTeardown: '<rootDir>/test/support/stop-database.ts',
    },
  ],
  // Much of a database spec is waiting for the server; jest alone would use one core of two.
  maxWorkers: '100%',
  errorOnDeprecated: true,
  testTimeout: 120000,
  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/main.ts'],
  coverageProvider: 'v8',
};
