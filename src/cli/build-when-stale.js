// Runs before the compiled program: compiles when a source is newer than the last build.
// Plain JavaScript, because nothing is compiled yet. All output goes to standard error.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const stamp = path.join(root, 'dist', '.built');

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 9)) {
  process.stderr.write(
    `Samtilsyn needs Node 24.9 or newer, but this is Node ${process.versions.node}. ` +
      'On Linux "npm ci" brings it; elsewhere install Node 24 and try again.\n',
  );
  process.exit(1);
}

function newest(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...fs.readdirSync(entry).map((name) => newest(path.join(entry, name))));
}

function newestOf(names) {
  return Math.max(...names.map((name) => newest(path.join(root, name))));
}

// The compiler writes what changed and leaves what a removed source once became.
function removeOrphans(folder) {
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const compiled = path.join(entry.parentPath, entry.name);
    const source = path.join(root, path.relative(folder, compiled)).replace(/\.js(\.map)?$/, '.ts');
    const isOrphan =
      /\.js(\.map)?$/.test(entry.name) && !fs.existsSync(source) && !fs.existsSync(`${source}x`);
    if (isOrphan) fs.rmSync(compiled);
  }
}

const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const changedAt = newestOf(['src', 'migrations', ...settings]);
const dist = path.join(root, 'dist');
const builtAt = fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changedAt > builtAt) {
  process.stderr.write('Building ...\n');
  const startedAt = new Date();
  const tsc = require.resolve('typescript/bin/tsc', { paths: [root] });
  if (newestOf(settings) > builtAt) fs.rmSync(dist, { recursive: true, force: true });
  const done = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    process.stderr.write('The build failed; see the messages above.\n');
    process.exit(1);
  }
  removeOrphans(dist);
  fs.writeFileSync(stamp, '');
  fs.utimesSync(stamp, startedAt, startedAt);
}
