// Lets plain Node run our TypeScript, compiled as jest compiles it: `node -r ./test/support/run-typescript.js file.ts`.
const { readFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { fileURLToPath } = require('node:url');
const { transformSync } = require('@swc/core');

const [{ transform }] = require('../../jest.config.js').projects;
const [, options] = Object.values(transform)[0];

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(specifier)) throw error;
      const source = specifier.replace(/\.js$/, '');
      try {
        return next(`${source}.ts`, context);
      } catch {
        return next(`${source}.tsx`, context);
      }
    }
  },
  load(url, context, next) {
    if (!/\.tsx?$/.test(url) || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
    return { format: 'commonjs', source: code, shortCircuit: true };
  },
});
require('./setup.js');
