import { ask } from '../../support/asking.js';
import { startService, type RunningService } from '../../support/running-service.js';
import { placeFor, placesFor, plan, type Place } from './facility-questions.js';
import { employee, worksAt } from './people.js';

const STPS = employee('PLANNER', 'STPS');
const MIDT = employee('PLANNER', 'SOCIALTILSYN_MIDT');
const SYD = employee('VISITING_INSPECTOR', 'SOCIALTILSYN_SYD');
const WORK = employee('PLANNER', 'ARBEJDSTILSYNET');

describe('what is secret about a place', () => {
  let service: RunningService;
  let places: Place[];
  beforeAll(async () => {
    service = await startService();
    await plan(service);
    places = await placesFor(service, STPS);
  });
  afterAll(() => service.close());

  const having = (keep: (place: Place) => unknown): Place => places.find(keep)!;

  describe('to those who work there', () => {
    it('shows the place, its sources and findings, but no score, no plan and no occasion of a visit', async () => {
      const place = having(({ visits, plannedVisits }) => visits.length > 2 && plannedVisits.length > 0);

      const seen = (await placeFor(service, worksAt(place.id), place.id))!;

      expect(seen).toMatchObject({ id: place.id, name: place.name, score: null, plannedVisits: [], unplannedInspections: [] });
      expect(seen.sources.map(({ sourceKey }) => sourceKey)).toEqual(place.sources.map(({ sourceKey }) => sourceKey));
      expect(seen.visits.map(({ visitKey, findings }) => [visitKey, findings.length])).toEqual(
        place.visits.map(({ visitKey, findings }) => [visitKey, findings.length]),
      );
      expect(seen.visits.map(({ occasionSourceTerm }) => occasionSourceTerm)).toEqual(place.visits.map(() => null));
    }); // prettier-ignore

    it('is every other place', async () => {
      const [own, other] = places;

      expect(await placeFor(service, worksAt(own!.id), other!.id)).toBeNull();
    });

    it.each(['{ facilities { totalCount } }', '{ currentPlans { id } }', '{ riskBands { band } }', '{ importRuns { id } }'])(
      'keeps them from asking %s',
      async (question) => {
        expect((await ask(service, worksAt(places[0]!.id), question)).code).toBe('FORBIDDEN');
      },
    ); // prettier-ignore
  });

  describe('to the other authorities', () => {
    const occasions = (place: Place, authority: string): (string | null)[] =>
      place.visits.filter((visit) => visit.authority === authority).map((visit) => visit.occasionSourceTerm);
    const known = (terms: readonly (string | null)[]): number => terms.filter((term) => term !== null).length;

    it("shows why an authority came only where it is the asker's own authority", async () => {
      const place = having(
        ({ visits, responsibleUnit }) =>
          responsibleUnit === 'SOCIALTILSYN_MIDT' &&
          visits.some(({ authority }) => authority === 'SOCIALTILSYNET') &&
          visits.some(({ authority }) => authority === 'ARBEJDSTILSYNET'),
      );
      const seen = async (identity: typeof STPS): Promise<number[]> => {
        const shown = (await placeFor(service, identity, place.id))!;
        return ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'].map((each) => known(occasions(shown, each)));
      };

      const [social, work, stps] = await Promise.all([seen(MIDT), seen(WORK), seen(STPS)]);

      expect(social[0]).toBeGreaterThan(0);
      expect(work[1]).toBeGreaterThan(0);
      expect([social[1], social[2], work[0], work[2], stps[0], stps[1]]).toEqual([0, 0, 0, 0, 0, 0]);
    });

    it('keeps the occasions from another socialtilsyn', async () => {
      const place = having(
        ({ visits, responsibleUnit }) =>
          responsibleUnit === 'SOCIALTILSYN_MIDT' && visits.some(({ authority }) => authority === 'SOCIALTILSYNET'),
      );

      const byMidt = (await placeFor(service, MIDT, place.id))!;
      const bySyd = (await placeFor(service, SYD, place.id))!;

      expect(known(occasions(byMidt, 'SOCIALTILSYNET'))).toBeGreaterThan(0);
      expect(known(occasions(bySyd, 'SOCIALTILSYNET'))).toBe(0);
    }); // prettier-ignore

    it('is an address that any register keeps secret, also as another register has it', async () => {
      const secret = places.filter(({ hasSecretAddress }) => hasSecretAddress);
      expect(secret.length).toBeGreaterThan(0);

      for (const { id } of secret) {
        for (const identity of [WORK, STPS, MIDT]) {
          const shown = (await placeFor(service, identity, id))!;
          expect(shown.address).toBeNull();
          for (const source of shown.sources) {
            expect(source.authority === identity.authority || source.address === null).toBe(true);
          }
        }
      }
    });
  });
});
