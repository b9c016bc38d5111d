import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { describeInBrowser, openBrowser } from '../../support/browser.js';
import { employee } from '../graphql/people.js';
import { clearStage, PHONE, visit, type Stage } from '../pages/stage.js';
import { startPlannedCountry, visitsOf } from './planned-country.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describeInBrowser('pages about plans', () => {
  let stage: Stage;
  let planner: Identity;
  let path: string;
  beforeAll(async () => {
    const service = await startPlannedCountry();
    stage = { service, browser: await openBrowser() };
    const visits = await visitsOf(service, employee('PLANNER', 'STPS'), '{ jointOnly: true }');
    const joint = visits.find(({ parts }) => parts.some(({ authority }) => authority === 'STPS'))!;
    planner = employee('PLANNER', 'STPS');
    path = `/besoeg/${joint.id}?plan=${joint.planId}`;
  });
  afterAll(() => clearStage(stage));

  async function assertAccessible(page: Page, name: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect([name, violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])]).toEqual([
      name,
      [],
    ]);
    await page.setViewportSize(PHONE);
    expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, PHONE.width]);
    const folder = process.env['SAMTILSYN_SCREENSHOTS'];
    if (!folder) return;
    await page.screenshot({ path: `${folder}/${name}-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  }

  it('break no rule of WCAG 2.2 AA that axe can see, and never scroll sideways on a phone', async () => {
    const open: [string, string][] = [
      ['calendar', '/kalender'],
      ['calendar-whole-plan', '/kalender?uge=alle&sprog=en'],
      ['visit', path],
      ['follow-up', '/opfoelgning'],
      ['plannings', '/planlaegning'],
    ];
    for (const [name, address] of open) {
      await visit(stage, { identity: planner }, async (page) => {
        expect((await page.goto(address))?.status()).toBe(200);
        await assertAccessible(page, name);
      });
    }
  });

  it.each([true, false])(
    'let a planner move a visit after seeing what follows (scripts: %s)',
    async (javaScriptEnabled) => {
      await visit(stage, { identity: planner, javaScriptEnabled }, async (page) => {
        await page.goto(path);
        const before = await page.locator('.font-lead').innerText();
        const week = await page
          .locator('#ret-uge option')
          .nth(javaScriptEnabled ? 9 : 14)
          .getAttribute('value');
        await page.locator('#ret-uge').selectOption(week);
        await page.getByRole('button', { name: 'Vis følgerne' }).click();
        await page.getByRole('heading', { name: 'Følger af ændringen' }).waitFor();
        expect(await page.locator('#foelger').innerText()).toContain('Skal svare igen');
        if (javaScriptEnabled) await assertAccessible(page, 'consequences');

        await page.locator('#begrundelse').selectOption('COORDINATION');
        await page.getByRole('button', { name: 'Bekræft ændringen' }).click();
        await page.locator('#historik').waitFor();

        expect(await page.locator('.font-lead').innerText()).not.toBe(before);
        expect(await page.getByText('Flyttet af Styrelsen for Patientsikkerhed').count()).toBeGreaterThan(0);
        await page.getByRole('button', { name: 'Fortryd' }).first().click();
        await page.locator('#historik').waitFor();
        expect(await page.locator('.font-lead').innerText()).toBe(before);
      });
    },
  );

  it('show how far a planning is, and its draft', async () => {
    await visit(stage, { identity: planner }, async (page) => {
      await page.goto('/planlaegning');
      await page.getByRole('button', { name: 'Læg planen om, så lidt som muligt flyttes' }).click();
      await page.getByRole('link', { name: 'Se udkastet' }).waitFor();
      await assertAccessible(page, 'planning');
      await page.getByRole('link', { name: 'Se udkastet' }).click();
      await page.getByRole('heading', { name: 'Kalender' }).waitFor();
    });
  });

  it('let a planner answer for the own unit', async () => {
    await visit(stage, { identity: planner, javaScriptEnabled: false }, async (page) => {
      await page.goto(path);
      await page.getByLabel('Afvis', { exact: true }).check();
      await page.locator('#svar-begrundelse').selectOption('ABSENCE');
      await page.getByRole('button', { name: 'Send svar' }).click();

      expect(await page.getByText('Afvist').count()).toBeGreaterThan(0);
      expect(await page.getByText('Ferie eller sygdom').count()).toBeGreaterThan(0);
    });
  });
});
