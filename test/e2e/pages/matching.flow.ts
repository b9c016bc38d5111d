import type { Page } from 'playwright-core';
import { Rematching } from '../../../src/facilities/rematching.service.js';
import { employee } from '../graphql/people.js';
import { violationsOf } from './accessibility.flow.js';
import { PHONE, visit, WIDE, type Stage } from './stage.js';

const CLERK = employee('REGISTER_CLERK', 'ARBEJDSTILSYNET');

/** A register clerk works through the queue, takes a decision back, and takes a place apart. */
export function matchReview(stage: () => Stage): void {
  async function settled(): Promise<void> {
    await stage().service.app.get(Rematching).settled();
  }
  async function isClean(page: Page): Promise<void> {
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await page.setViewportSize(WIDE);
  }
  async function shot(page: Page, name: string): Promise<void> {
    const folder = process.env['CLERK_SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }
  /** Two records of different registers that the matching linked, made uncertain. */
  async function queueOne(): Promise<{ left: string; right: string }> {
    const { rows } = await stage().service.database.asOwner((client) =>
      client.query<{ left: string; right: string }>(
        `update match_candidates set state = 'QUEUED', probability = 0.5 where (left_key, right_key) = (
           select left_key, right_key from match_candidates
           join source_records one on one.source_key = left_key and not one.hides_address
           join source_records other on other.source_key = right_key and not other.hides_address
           where state = 'LINKED' and left_key like 'arbejdstilsynet:%' and right_key like 'socialtilsynet:%'
           order by left_key, right_key limit 1)
         returning left_key as left, right_key as right`,
      ),
    );
    return rows[0]!;
  }

  describe.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('the review of matches, %s', (_how, javaScriptEnabled) => {
    it('shows a pair with its weights, takes a decision with a reason, and takes it back', async () => {
      const { left, right } = await queueOne();
      await visit(stage(), { identity: CLERK, javaScriptEnabled }, async (page) => {
        await page.goto('/sammenfald');
        await shot(page, `queue-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);
        await page.getByLabel('Mellem registrene').selectOption('st-at');
        await page.getByRole('button', { name: 'Vis', exact: true }).click();
        await page
          .locator(`a[href*="${encodeURIComponent(left)}"]`)
          .first()
          .click();

        expect(await page.getByText('Sandsynlighed for samme sted: 50').count()).toBe(1);
        expect(await page.locator('#vaegte tbody tr').count()).toBeGreaterThan(3);
        await shot(page, `pair-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);
        await page.getByRole('button', { name: 'Ikke samme sted' }).click();
        expect(await page.getByRole('alert').innerText()).toContain('Skriv en begrundelse');
        await page.locator('#begrundelse').fill('Set ved besøg: to huse');
        await page.getByRole('button', { name: 'Ikke samme sted' }).click();
        expect(await page.getByText('Afgørelsen er gemt').count()).toBe(1);
        await settled();
        await page.reload();
        expect(await page.locator('#afgoerelser tbody tr').first().innerText()).toContain(
          'Set ved besøg: to huse',
        );
        await shot(page, `decided-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);

        await page.locator('#afgoerelser summary').first().click();
        await page.locator('#afgoerelser input[name="begrundelse"]').first().fill('Det var det forkerte hus');
        await page.locator('#afgoerelser button').first().click();
        await settled();
        await page.reload();
        expect((await page.locator('#afgoerelser tbody th').allInnerTexts()).slice(0, 2)).toEqual([
          'Fortrudt',
          'Ikke samme sted\nfortrudt siden',
        ]);

        await page.getByRole('link', { name: 'Se stedet' }).first().click();
        await page.getByRole('link', { name: 'Enheder, afgørelser og opdeling' }).click();
        await shot(page, `records-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);
        expect(await page.getByText(right).count()).toBeGreaterThan(0);
        await page.getByRole('button', { name: 'Del op' }).click();
        expect(await page.getByRole('alert').innerText()).toContain('Vælg nogle af enhederne');
        if (javaScriptEnabled) await isClean(page);
        await page.locator('form[action$="opdel"] input[type="checkbox"]').first().check();
        await page.locator('#begrundelse').fill('To forskellige huse');
        await page.getByRole('button', { name: 'Del op' }).click();
        await settled();
        await page.reload();
        expect(await page.locator('#afgoerelser tbody th').first().innerText()).toBe('Delt op');
        await page.locator('#afgoerelser summary').first().click();
        await page.locator('#afgoerelser input[name="begrundelse"]').first().fill('De hører sammen');
        await page.locator('#afgoerelser button').first().click();
        await settled();
      });
    });
  });

  it("shows a place's master data as known on a day, and says which day is none", async () => {
    await visit(stage(), { identity: CLERK }, async (page) => {
      await page.goto('/tilsyn');
      await page.locator('tbody th a').first().click();
      await page.getByRole('link', { name: 'Alle oplysninger med historik' }).click();
      await shot(page, 'master-data');
      await isClean(page);
      await page.getByLabel('Dag', { exact: true }).fill('31');
      await page.getByLabel('Måned').fill('2');
      await page.getByLabel('År').fill('2026');
      await page.getByRole('button', { name: 'Vis dagen' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Skriv en dag, der findes');
      await isClean(page);
      await page.getByLabel('Dag', { exact: true }).fill('1');
      await page.getByRole('button', { name: 'Vis dagen' }).click();
      expect(await page.getByText('Som det var kendt 1. februar 2026.').count()).toBe(1);
      expect(await page.getByText('Ingen oplysninger om stedet var kendt på den dag').count()).toBe(1);
    });
  });
}
