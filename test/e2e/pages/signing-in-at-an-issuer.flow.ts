import { AxeBuilder } from '@axe-core/playwright';
import { ExternalIssuer } from '../../support/external-issuer.js';
import { startEmptyService, type RunningService } from '../../support/running-service.js';
import { addGrant } from '../access/granting.js';
import { visit, type Stage } from './stage.js';

/** To another website and back: what a browser lets our policy and our cookies do there cannot be seen without one. */
export function signingInAtAnIssuer(stage: () => Stage): void {
  describe.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('signing in and out at an issuer elsewhere, %s', (_how, javaScriptEnabled) => {
    let issuer: ExternalIssuer;
    let service: RunningService;
    beforeAll(async () => {
      issuer = await ExternalIssuer.start();
      service = await startEmptyService({ ...issuer.environment });
      await issuer.serve(service.url);
      issuer.claims.set('anna', { group: ['planner', 'visitor'] });
      const granted = { issuer: issuer.url, claimName: 'group' };
      await addGrant(service.database, granted);
      await addGrant(service.database, {
        ...granted,
        claimValue: 'visitor',
        role: 'VISITING_INSPECTOR',
        purpose: 'INSPECTION',
      });
    });
    afterAll(async () => {
      await service.close();
      await issuer.close();
    });

    it('leads there, to the choice of a role, to the page asked for, and out of both', async () => {
      await visit({ ...stage(), service }, { javaScriptEnabled }, async (page) => {
        await page.goto('/tilsyn?sort=navn');
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Vælg rolle');
        if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await page.getByLabel('Planlægger, Styrelsen for Patientsikkerhed').check();
        await page.getByRole('button', { name: 'Fortsæt' }).click();
        expect(page.url()).toBe(`${service.url}/tilsyn?sort=navn`);

        await page.getByRole('button', { name: 'Log af' }).click();
        await page.waitForURL(`${issuer.url}/session/end?**`);
        await page.getByRole('button', { name: 'Sign out' }).click();

        await page.waitForURL(`${service.url}/log-ud`);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Du er logget af');
      });
    });
  });
}
