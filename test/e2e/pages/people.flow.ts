import type { Page } from 'playwright-core';
import type { Identity } from '../../../src/domain/shared/identity.js';
import { employee, worksAt } from '../graphql/people.js';
import { violationsOf } from './accessibility.flow.js';
import { PHONE, visit, type Stage } from './stage.js';

const INSPECTOR: Identity = { ...employee('VISITING_INSPECTOR'), person: 'Tina Tilsynsførende' };
const MANAGER: Identity = { ...employee('AUTHORITY_MANAGER'), person: 'Lone Leder' };

/** An inspector judges blind, reports an event and sets a band; a colleague reads tasks and selection; a place contests. */
export function peopleOverScores(stage: () => Stage): void {
  describe('people and the score', () => {
    const as = (identity: Identity, look: (page: Page) => Promise<void>): Promise<void> =>
      visit(stage(), { identity }, look);
    let place = '';

    it('hides the score until the findings are locked, and takes another band and an event', async () => {
      await as(INSPECTOR, async (page) => {
        await page.goto('/tilsyn');
        await page.locator('tbody th a').first().click();
        place = new URL(page.url()).pathname.replace('/tilbud/', '');
        expect(await page.getByRole('heading', { name: 'Du ser ikke scoren endnu' }).count()).toBe(1);
        await page.getByRole('link', { name: 'Lås mine fund' }).click();

        await page.getByRole('button', { name: 'Lås mine fund' }).click();
        const summary = page.getByRole('alert');
        expect(await summary.getByRole('link').allInnerTexts()).toEqual([
          'Besøgt den: skriv en dag som 31.12.2026',
          'Fandt du noget alvorligt?: vælg på listen',
          'Konklusion: skriv mindst 10 tegn',
        ]);
        expect(await violationsOf(page)).toEqual([]);

        const today = new Date().toLocaleDateString('da-DK', { timeZone: 'Europe/Copenhagen' });
        await page.getByLabel('Besøgt den').fill(today);
        await page.getByLabel('Fandt du noget alvorligt?').selectOption('Nej');
        await page.getByLabel('Konklusion').fill('Rolige rammer og rene rum.');
        await page.getByRole('button', { name: 'Lås mine fund' }).click();
        expect(await page.getByRole('status').innerText()).toContain('Gemt.');

        const effective = await page.locator('dl.facts .band').first().innerText();
        await page
          .getByLabel('Nyt niveau')
          .selectOption({ label: effective === 'Middel' ? 'Høj' : 'Middel' });
        await page.getByLabel('Årsag').selectOption('SEEN_ON_VISIT');
        await page.getByLabel('Forklaring').fill('Lederen er ny, og vagterne er besat.');
        await page.getByLabel('Udløber').fill(inAMonth());
        await page.getByRole('button', { name: 'Sæt niveauet' }).click();
        expect(await page.getByRole('heading', { level: 4 }).innerText()).toMatch(/Gælder|Afventer/);

        await page.getByLabel('Hvad er der sket?').selectOption('FATALITY');
        await page.getByLabel('Hvornår?').fill(today);
        await page.getByLabel('Hvem må se det?').selectOption('Alle tre myndigheder');
        await page.getByLabel('Beskrivelse').fill('En beboer er fundet død i nat.');
        await page.getByRole('button', { name: 'Indberet' }).click();
        expect(await violationsOf(page)).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);

        await page.goto(`/tilbud/${place}`);
        expect(await page.getByRole('heading', { name: /^Alvorlig hændelse: Dødsfald/ }).count()).toBe(1);
        expect(await violationsOf(page)).toEqual([]);
      });
    });

    it('lets the place contest what is said of it, in English too', async () => {
      await as(worksAt(place), async (page) => {
        await page.goto(`/tilbud/${place}?sprog=en`);
        await page.getByRole('link', { name: 'Contest what is said here' }).click();
        await page.getByLabel('Which datum?').selectOption({ index: 1 });
        await page.getByLabel('What is wrong, and what is right?').fill('We have another name now.');
        await page.getByRole('button', { name: 'Contest it' }).click();
        expect(await page.getByRole('heading', { level: 3 }).first().innerText()).toBe('Name: Received');
        expect(await violationsOf(page)).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      });
    });

    it('shows the contest inside the explanation, and its authority answers it without JavaScript', async () => {
      const { rows } = await stage().service.database.asOwner((client) =>
        client.query<{ unit: Identity['unit'] }>('select coalesce(unit, authority) as unit from data_contests limit 1'),
      );
      const planner = employee('PLANNER', rows[0]!.unit);
      await visit(stage(), { identity: planner, javaScriptEnabled: false }, async (page) => {
        await page.goto('/opgaver');
        await page.locator('#indsigelser-venter tbody th a').first().click();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Indsigelser');
        await page.goto(`/tilbud/${place}`);
        expect(await page.locator('section[aria-labelledby="score"]').innerText()).toContain(
          'Stedet siger: We have another name now.',
        );
        await page.goto(`/tilbud/${place}/indsigelser`);
        await page.getByLabel('Afgørelse').selectOption({ label: 'Fastholdt' });
        await page.getByLabel('Svar til stedet').fill('Navnet er det, som I selv har oplyst.');
        await page.getByRole('button', { name: 'Send svar' }).click();
        expect(await page.getByRole('heading', { level: 3 }).first().innerText()).toBe('Navn: Fastholdt');
        await page.goto(`/tilbud/${place}`);
        expect(await page.getByRole('heading', { name: 'Stedet er uenigt i' }).count()).toBe(0);
      });
    }); // prettier-ignore

    it('takes a version of the models into use, with its consequences in sight', async () => {
      await as(employee('MODEL_OWNER'), async (page) => {
        await page.goto('/modeller');
        expect(await violationsOf(page)).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
        await page.locator('#versionstabel').getByRole('link', { name: 'Version 1' }).click();
        await page.getByRole('link', { name: 'Se følgerne' }).click();
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
        await page.getByRole('button', { name: 'Godkend' }).click();
        expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
          'Begrundelse: skriv mindst 10 tegn',
        ]);
        await page.getByLabel('Begrundelse').fill('Bedre end reglen på alle tre.');
        await page.getByRole('button', { name: 'Godkend' }).click();
        expect(await page.getByRole('status').innerText()).toContain('Gemt.');
        expect(await page.locator('.timeline').innerText()).toContain('Bedre end reglen på alle tre.');
      });
    });

    it.each([
      ['tasks', '/opgaver', 'Opgaver'],
      ['selection', '/udtagelse', 'Udtagelse'],
    ])('tells a manager of %s', async (_, path, title) => {
      await as(MANAGER, async (page) => {
        await page.goto(path);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
        expect(await violationsOf(page)).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      });
    });
  });
}

function inAMonth(): string {
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  return day.split('-').reverse().join('.');
}
