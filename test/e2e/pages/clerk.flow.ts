import type { Page } from 'playwright-core';
import { WaitingCorrections } from '../../../src/deliveries/import/waiting-corrections.service.js';
import { violationsOf } from './accessibility.flow.js';
import { CLERK, OTHER_CLERK, packDrop } from './clerk-stage.js';
import { PHONE, visit, WIDE, type Stage } from './stage.js';

/** A register clerk sends a drop, mends a row, and rolls the drop back. */
export function registerClerk(stage: () => Stage): void {
  async function settled(): Promise<void> {
    await stage().service.app.get(WaitingCorrections).settled();
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

  describe.each([
    ['with JavaScript', true, '2026-06-01'],
    ['without JavaScript', false, '2026-07-01'],
  ])('a register clerk, %s', (_how, javaScriptEnabled, deliveredOn) => {
    it('sends a drop, watches it, mends a row and rolls the drop back', async () => {
      const drop = await packDrop(deliveredOn);
      await visit(stage(), { identity: CLERK, javaScriptEnabled }, async (page) => {
        await page.goto('/tilsyn');
        await page.getByRole('link', { name: 'Leverancer', exact: true }).click();
        await page.getByRole('button', { name: 'Send og tag ind' }).click();
        expect(await page.getByRole('alert').innerText()).toContain('Filen kunne ikke tages imod');
        if (javaScriptEnabled) await isClean(page);
        await page.getByLabel('Vælg den pakkede leverance').setInputFiles(drop.file);
        await page.getByRole('button', { name: 'Send og tag ind' }).click();

        while ((await page.getByText('Taget ind', { exact: true }).count()) === 0) {
          await page.waitForTimeout(100);
          await page.reload();
        }
        await shot(page, `run-${javaScriptEnabled}`);
        expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
          'socialtilsynet/tilbud.csv\t2\t1\t0\t0\t1\t0',
          'socialtilsynet/tilsyn.csv\t2\t1\t0\t0\t1\t0',
          'socialtilsynet/henvendelser.csv\t1\t0\t0\t0\t1\t0',
        ]);
        if (javaScriptEnabled) await isClean(page);

        await page.getByRole('link', { name: 'Se og ret rækker i karantæne (3)' }).click();
        expect(await page.locator('tbody tr').count()).toBe(2);
        expect(await page.getByText('Rækker om henvendelser vises ikke').count()).toBe(1);
        await shot(page, `quarantine-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);

        await page.getByRole('link', { name: 'Ret linje 3' }).first().click();
        await shot(page, `row-${javaScriptEnabled}`);
        await page.getByLabel('godkendt_fra').fill('30-02-2020');
        await page.getByLabel('afdelingsnavn').fill('Skovbrynet, hus 3');
        await page.getByLabel('Hvorfor retter du rækken?').fill('Oplyst i telefonen');
        await page.getByRole('button', { name: 'Tag rækken ind' }).click();
        expect(await page.getByRole('alert').innerText()).toContain('godkendt_fra: "30-02-2020"');
        expect(await page.getByLabel('afdelingsnavn').inputValue()).toBe('Skovbrynet, hus 3');
        await shot(page, `row-wrong-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);

        await page.getByLabel('godkendt_fra').fill('28-02-2020');
        await page.getByRole('button', { name: 'Tag rækken ind' }).click();
        await settled();
        await page.reload();
        expect(await page.locator('tbody tr').first().innerText()).toContain('Rettet og taget ind');
        await shot(page, `mended-${javaScriptEnabled}`);

        await page.getByRole('link', { name: /^Leverancen / }).click();
        await page.getByRole('link', { name: 'Rul delen fra Socialtilsynet tilbage' }).click();
        await shot(page, `rollback-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);
        await page.getByRole('button', { name: 'Rul tilbage' }).click();
        expect(await page.getByRole('alert').innerText()).toContain('Skriv en begrundelse');
        await page.getByLabel('Hvorfor skal leverancen rulles tilbage?').fill('Forkert måned');
        await page.getByRole('button', { name: 'Rul tilbage' }).click();
        await settled();
        await page.reload();
        expect(await page.getByRole('heading', { name: 'Rullet tilbage' }).count()).toBe(1);
        expect(await page.getByText('Forkert måned').count()).toBe(1);
        await shot(page, `rolled-back-${javaScriptEnabled}`);
        if (javaScriptEnabled) await isClean(page);

        await page.goto('/leverancer');
        await shot(page, `list-${javaScriptEnabled}`);
      });
      drop.remove();
    });
  });

  describe("a clerk's texts and the quality of the registers", () => {
    it.each([
      ['/leverancer/tekster', 'Tekster, der ligner personnumre'],
      ['/datakvalitet', 'Datakvalitet'],
      ['/datakvalitet?sprog=en', 'Data quality'],
      ['/leverancer?sprog=en', 'Deliveries'],
    ])('%s breaks no rule that axe can see', async (path, title) => {
      await visit(stage(), { identity: CLERK }, async (page) => {
        await page.goto(path);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
        await shot(page, path.replace(/\W+/g, '-'));
        await isClean(page);
      });
    });

    it("leave a colleague of another authority without this one's files", async () => {
      await visit(stage(), { identity: OTHER_CLERK }, async (page) => {
        await page.goto('/leverancer');
        await page.locator('tbody th a').first().click();
        expect(await page.getByText('socialtilsynet/tilbud.csv').count()).toBe(0);
        expect(await page.getByText('arbejdstilsynet/tilsyn.csv').count()).toBe(1);
      });
    });
  });
}
