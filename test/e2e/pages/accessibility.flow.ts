import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { PHONE, PLANNER, visit, type Stage } from './stage.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const MINISTRY: Identity = { role: 'MINISTRY_ANALYST', person: 'analyst' };

// Axe takes seconds a page.
const LAID_OUT_ANEW_ON_PHONES = ['work list', 'facility'];

/** Every page and every state of it that looks different. Ids are found on the work list. */
const PAGES: readonly [name: string, path: string, identity: Identity | undefined, status: number][] = [
  ['sign-in', '/log-ind', undefined, 200],
  ['refused sign-in', '/log-ind/svar?state=x', undefined, 400],
  ['signed out', '/log-ud', undefined, 200],
  ['work list', '/tilsyn', PLANNER, 200],
  ['work list in English', '/tilsyn?sprog=en&soeg=bo', PLANNER, 200],
  ['work list without matches', '/tilsyn?soeg=findes+ikke', PLANNER, 200],
  ['work list with problems', '/tilsyn?risiko=x&side=x', PLANNER, 422],
  ['facility', 'FACILITY', PLANNER, 200],
  ['own facility of its user', 'FACILITY', { role: 'FACILITY_USER', person: 'user' }, 200],
  ['plan', '/plan', PLANNER, 200],
  ['start page of a ministry', '/', MINISTRY, 200],
  ['places of an operator', '/', { role: 'OPERATOR_USER', person: 'operator' }, 200],
  ['places of an operator in English', '/?sprog=en', { role: 'OPERATOR_USER', person: 'operator' }, 200],
  ['no access', '/tilsyn', MINISTRY, 403],
  ['no such page', '/findes-ikke', PLANNER, 404],
  ['accessibility statement', '/was', undefined, 200],
];

export function accessibilityOfPages(stage: () => Stage): void {
  describe.each(PAGES)('%s', (name, path, identity, status) => {
    it('breaks no rule of WCAG 2.2 AA that axe can see, and never scrolls sideways on a phone', async () => {
      const facility = path === 'FACILITY' ? await firstFacility(stage()) : undefined;
      const who = await whoIs(stage(), identity, facility);
      await visit(stage(), { identity: who }, async (page) => {
        const response = await page.goto(facility ? `/tilbud/${facility}` : path);
        expect(response?.status()).toBe(status);
        expect(await violationsOf(page)).toEqual([]);

        await page.setViewportSize(PHONE);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
        if (LAID_OUT_ANEW_ON_PHONES.includes(name)) expect(await violationsOf(page)).toEqual([]);
      });
    });
  });
}

export async function violationsOf(page: Page): Promise<string[][]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
}

async function whoIs(
  stage: Stage,
  identity: Identity | undefined,
  facilityId: string | undefined,
): Promise<Identity | undefined> {
  if (identity?.role === 'FACILITY_USER') return { ...identity, facilityId };
  if (identity?.role !== 'OPERATOR_USER') return identity;
  const { rows } = await stage.service.database.asOwner((client) =>
    client.query<{ cvr: string }>(
      `select operator_cvr_number as cvr from facility_profiles where operator_cvr_number is not null
       group by 1 order by count(*) desc, 1 limit 1`,
    ),
  );
  return { ...identity, cvrNumber: rows[0]!.cvr };
}

async function firstFacility(stage: Stage): Promise<string> {
  let id = '';
  await visit(stage, { identity: PLANNER }, async (page) => {
    await page.goto('/tilsyn');
    id = (await page.locator('tbody th a').first().getAttribute('href'))!.replace('/tilbud/', '');
  });
  return id;
}
