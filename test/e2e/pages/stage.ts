import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Day } from '../../../src/domain/shared/day.js';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { Planner } from '../../../src/planning/planner.service.js';
import { openBrowser } from '../../support/browser.js';
import { startService, type RunningService } from '../../support/running-service.js';

export const PLANNER: Identity = {
  role: 'PLANNER',
  person: 'planner',
  authority: 'SOCIALTILSYNET',
  unit: 'SOCIALTILSYN_MIDT',
};
export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 375, height: 812 };

/** The service with a plan, and who can look at it. */
export interface Stage {
  readonly service: RunningService;
  readonly browser: Browser;
}

export async function startPlannedService(): Promise<RunningService> {
  const service = await startService();
  await service.app.get(Planner).makePlans('2026-10-05' as Day, 'test', () => undefined);
  return service;
}

export async function setStage(): Promise<Stage> {
  const service = await startPlannedService();
  return { service, browser: await openBrowser() };
}

export async function clearStage({ service, browser }: Stage): Promise<void> {
  await browser.close();
  await service.close();
}

interface Visit {
  /** Signed in as; nobody where left out. */
  readonly identity?: Identity;
  readonly viewport?: { width: number; height: number };
  readonly javaScriptEnabled?: boolean;
}

/** Opens a page of its own, lets `look` work with it, and fails on any error that the page itself reports. */
export async function visit(
  { service, browser }: Stage,
  { identity, viewport = WIDE, javaScriptEnabled = true }: Visit,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: service.url, viewport, javaScriptEnabled });
  if (identity) await signIn(context, service, identity);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The browser itself notes every answer that is no success; those are asserted where they matter.
    if (
      message.type() === 'error' &&
      !message.text().startsWith('Failed to load resource: the server responded')
    )
      faults.push(message.text());
  });
  try {
    await look(page);
  } finally {
    await context.close();
  }
  expect(faults).toEqual([]);
}

async function signIn(context: BrowserContext, service: RunningService, identity: Identity): Promise<void> {
  const [name, value] = (await service.cookieFor(identity)).split('=') as [string, string];
  await context.addCookies([{ name, value, url: service.url }]);
}
