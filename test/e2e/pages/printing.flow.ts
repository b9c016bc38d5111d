import { PLANNER, visit, type Stage } from './stage.js';

export function printing(stage: () => Stage): void {
  describe('a printed facility page', () => {
    it('leaves out what cannot be used on paper, and unfolds what is folded', async () => {
      await visit(stage(), { identity: PLANNER }, async (page) => {
        await page.goto('/tilsyn');
        await page.locator('tbody th a').first().click();
        await page.emulateMedia({ media: 'print' });
        await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');

        expect(await page.getByRole('button', { name: 'Log af' }).isVisible()).toBe(false);
        expect(await page.getByRole('navigation').count()).toBe(0);
        expect(await page.locator('details:not([open])').count()).toBe(0);
        expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      });
    });
  });
}
