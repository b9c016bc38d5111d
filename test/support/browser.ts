import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// A test machine may have no internet; the browser shall not wait for it.
const OFFLINE = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The chromium named in CHROMIUM, or one in a usual place; undefined where there is none. */
function findChromium(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...USUAL_PLACES].find((file) => existsSync(file));
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: OFFLINE });
}

/** Registers specs that need a browser; without one they are left out with one line, or fail where one is demanded. */
export function describeInBrowser(title: string, specs: () => void): void {
  if (findChromium()) {
    describe(title, specs);
    return;
  }
  const problem = `${title}: no chromium was found; install Debian's "chromium", or name one in CHROMIUM`;
  if (process.env['SAMTILSYN_REQUIRE_BROWSER'] === '1') {
    it('finds a browser, as SAMTILSYN_REQUIRE_BROWSER demands', () => {
      throw new Error(problem);
    });
    return;
  }
  process.stderr.write(`Skipped ${problem}.\n`);
  it.todo(problem);
}
