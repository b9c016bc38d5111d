import { visit, PHONE, WIDE, type Stage } from './stage.js';

/** A planner signs in, narrows the list down, opens a place and reads why it has its score. */
export function fromWorkListToFacility(stage: () => Stage): void {
  describe.each([
    ['with JavaScript', true, WIDE],
    ['without JavaScript', false, WIDE],
    ['on a phone without JavaScript', false, PHONE],
  ])('from the work list to a facility, %s', (_how, javaScriptEnabled, viewport) => {
    it('leads a planner from the sign-in to the explained score and back out', async () => {
      await visit(stage(), { javaScriptEnabled, viewport }, async (page) => {
        await page.goto('/tilsyn?sort=navn');
        expect(await page.title()).toBe('Log ind – Samtilsyn');
        await page.getByLabel('Pernille Planlægger').check();
        await page.getByRole('button', { name: 'Log ind' }).click();

        expect(new URL(page.url()).search).toBe('?sort=navn');
        const all = await page.getByRole('status').innerText();
        await page.getByLabel('Søg', { exact: true }).fill('bo');
        await page.getByLabel('Risiko').selectOption('Middel');
        await page.getByRole('button', { name: 'Vis steder' }).click();

        const address = new URL(page.url());
        expect(Object.fromEntries([...address.searchParams].filter(([, value]) => value))).toEqual({
          soeg: 'bo',
          risiko: 'MEDIUM',
          sort: 'navn',
        });
        expect(await page.getByRole('status').innerText()).not.toBe(all);
        const bands = await page.locator('tbody .band').allInnerTexts();
        expect(new Set(bands)).toEqual(new Set(['Middel']));

        await page.getByRole('link', { name: 'Fjern filter: Risiko: Middel' }).click();
        expect(new URL(page.url()).searchParams.has('risiko')).toBe(false);

        const place = page.locator('tbody th a').first();
        const name = await place.innerText();
        await place.click();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
        expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
          'Risiko',
          'Hvorfor denne score?',
          'Besøg og fund',
          'Planlagte besøg',
          'Stamdata',
        ]);

        await page.getByRole('link', { name: 'Arbejdsliste' }).first().click();
        expect(new URL(page.url()).pathname).toBe('/tilsyn');
        await page.getByRole('button', { name: 'Log af' }).click();
        expect(new URL(page.url()).pathname).toBe('/log-ud');
      });
    });
  });
}
