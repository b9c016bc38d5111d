// Jest compiles the global set-up but resolves its imports with plain Node, which does not know that our ".js"
// imports name ".ts" files.
const { registerHooks } = require('node:module');

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier.replace(/\.js$/, '.ts'), context);
      throw error;
    }
  },
});
module.exports = (...parameters) => require('./start-database.ts').default(...parameters);
