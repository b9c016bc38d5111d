import { PLANNER, visit, type Stage } from './stage.js';

/** The one script: it saves whoever uses the mouse a click, and disturbs nobody else. */
export function choosingByMouse(stage: () => Stage): void {
  describe('choosing a filter', () => {
    it('updates the list at once for the mouse, with a clean address and the focus where it was', async () => {
      await visit(stage(), { identity: PLANNER }, async (page) => {
        await page.goto('/tilsyn?sort=navn');
        await page.getByRole('heading', { level: 1 }).click();

        await page.getByLabel('Risiko').selectOption('Lav');
        await page.waitForURL('**/tilsyn?risiko=LOW&sort=navn');

        expect(await page.locator(':focus').getAttribute('id')).toBe('risiko');
      });
    });

    it('waits for the button where the keyboard chooses', async () => {
      await visit(stage(), { identity: PLANNER }, async (page) => {
        await page.goto('/tilsyn');
        await page.getByLabel('Risiko').focus();

        await page.keyboard.press('M');
        await page.waitForTimeout(300);

        expect(await page.getByLabel('Risiko').inputValue()).not.toBe('');
        expect(new URL(page.url()).search).toBe('');
      });
    });
  });
}
