import { day } from '../domain/shared/day.js';
import { CollectedCountry } from './collected-country.js';

const PERIOD = { from: day('2019-01-01'), deliveredOn: day('2026-10-31') };
const AUTHORITIES = ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'];
const country = new CollectedCountry({ ...PERIOD, places: 1_000, seed: 4, noise: 0 });
const latent = country.table('latent');

function share<T>(list: readonly T[], test: (one: T) => boolean): number {
  return list.filter(test).length / list.length;
}

describe('what the demo country tells', () => {
  it('writes the chance behind every visit of every authority into the truth', () => {
    const visits = [
      new Set(country.table('tilsyn').map((row) => row.tilsyn_id)).size,
      new Set(country.table('atTilsyn').flatMap((row) => row.sagsnummer || [])).size,
      country.locationVisits().filter((row) => row.tilsyn_id !== null).length,
    ];

    expect(AUTHORITIES.map((name) => latent.filter((row) => row.authority === name).length)).toEqual(visits);
  });

  it('tells in the truth how the visits ended', () => {
    const hasReaction = (row: Record<string, string>): boolean =>
      row.reaktion !== '' && row.reaktion !== 'Ingen reaktion';
    const serious = [
      country.table('tilsyn').filter((row) => row.reaktion !== 'ingen').length,
      new Set(country.table('atTilsyn').flatMap((row) => (hasReaction(row) ? row.sagsnummer : []))).size,
      country.locationVisits().filter((row) => (row.samlet_vurdering ?? 0) >= 2).length,
    ];
    const inTruth = latent.filter((row) => row.outcome === '1');

    expect(AUTHORITIES.map((name) => inTruth.filter((row) => row.authority === name).length)).toEqual(
      serious,
    );
  });

  it.each([
    ['SOCIALTILSYNET', 0.05, 0.09],
    ['ARBEJDSTILSYNET', 0.33, 0.47],
    ['STPS', 0.07, 0.13],
  ])('lets %s find something serious in %p to %p of its visits', (authority, low, high) => {
    const visits = latent.filter((row) => row.authority === authority);
    const rate = share(visits, (row) => row.outcome === '1');

    expect(rate).toBeGreaterThan(low);
    expect(rate).toBeLessThan(high);
  });

  it.each(AUTHORITIES)('has outcomes at %s that agree with the chances in the truth', (authority) => {
    const visits = latent.filter((row) => row.authority === authority);
    const expected = visits.reduce((sum, row) => sum + Number(row.probability), 0) / visits.length;

    expect(Math.abs(share(visits, (row) => row.outcome === '1') - expected)).toBeLessThan(0.04);
  });

  it('lets the inspector who came matter, but not on average', () => {
    const gaps = latent.map((row) => Number(row.probability) - Number(row.probability_any_inspector));

    expect(gaps.filter((gap) => Math.abs(gap) > 0.02).length).toBeGreaterThan(latent.length / 10);
    expect(Math.abs(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length)).toBeLessThan(0.01);
  });

  it('visits an afdeling about once a year, and STPS rarely', () => {
    const years = 7.83;
    const visits = new Set(country.table('tilsyn').map((row) => row.tilsyn_id)).size;
    const locations = new Set(country.locationVisits().map((row) => row.sted_id)).size;
    const seen = country.locationVisits().filter((row) => row.tilsyn_id !== null).length;

    expect(visits / country.rows('tilbud').length / years).toBeCloseTo(1, 0);
    expect(seen / locations / years).toBeLessThan(0.25);
  });

  it('leaves many places out of STPS and of SOR', () => {
    const locations = new Map(country.locationVisits().map((row) => [row.sted_id, row.sor]));

    expect(locations.size / 1_000).toBeGreaterThan(0.7);
    expect(locations.size / 1_000).toBeLessThan(0.9);
    expect(share([...locations.values()], (sor) => sor === null)).toBeGreaterThan(0.1);
  });

  it('keeps the address of crisis centres out of Socialtilsynet and STPS', () => {
    const secret = country.table('tilbud').filter((row) => row.tilbudstype === 'krisecenter');
    const secretKeys = new Set(secret.map((row) => `socialtilsynet:${row.tilbudsid}/${row.afdelingsid}`));
    const links = country.table('links');
    const placeIds = new Set(
      links.flatMap((link) => (secretKeys.has(link.source_key ?? '') ? link.site_id : [])),
    );
    const keys = new Set(links.flatMap((link) => (placeIds.has(link.site_id) ? link.source_key : [])));
    const locations = country.locationVisits().filter((row) => keys.has(`stps:${row.sted_id}`));

    expect(secret.length).toBeGreaterThan(20);
    expect(secret.filter((row) => row.adresse || row.postnr || row.by)).toEqual([]);
    expect(locations.length).toBeGreaterThan(10);
    expect(locations.filter((row) => row.adresse !== null)).toEqual([]);
  });

  it('measures by eight themes until 2025 and by six from 2026', () => {
    const rows = country.table('tilsyn');
    const themes = (model: string): Set<string | undefined> =>
      new Set(rows.flatMap((row) => (row.kvalitetsmodel === model ? row.tema : [])));
    const isNewYear = (row: Record<string, string>): boolean => row.besoegsdato?.endsWith('2026') ?? false;

    expect([themes('2023').size, themes('2026').size]).toEqual([8, 6]);
    expect(rows.filter((row) => isNewYear(row) !== (row.kvalitetsmodel === '2026'))).toEqual([]);
  });

  it('puts the reaction of a visit on its first row only', () => {
    const rows = country.table('tilsyn');
    const later = rows.filter((row, index) => rows[index - 1]?.tilsyn_id === row.tilsyn_id);

    expect(later.length).toBeGreaterThan(1_000);
    expect(later.filter((row) => row.reaktion !== 'ingen' || row.frist)).toEqual([]);
  });

  it('lets nobody inspect before the first day, after the delivery or at the weekend', () => {
    const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
    const days = latent.map((row) => row.date ?? '');

    expect(days.filter((one) => one < PERIOD.from || one > PERIOD.deliveredOn)).toEqual([]);
    expect(days.filter((one) => weekday(one) === 0 || weekday(one) === 6)).toEqual([]);
  });

  it('reports more accidents and concerns where the chance of a serious finding is high', () => {
    const placeOf = new Map(country.table('links').map((link) => [link.source_key, link.site_id]));
    const chances = new Map<string, number[]>();
    for (const row of latent.filter((one) => one.authority === 'SOCIALTILSYNET')) {
      const placeId = row.site_id ?? '';
      chances.set(placeId, [...(chances.get(placeId) ?? []), Number(row.probability_any_inspector)]);
    }
    const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
    const ranked = [...chances].sort(([, a], [, b]) => mean(b) - mean(a)).map(([placeId]) => placeId);
    const count = (placeIds: readonly string[], keys: readonly string[]): number =>
      keys.filter((key) => placeIds.includes(placeOf.get(key) ?? '')).length;
    const concerns = country
      .table('concerns')
      .map((row) => `socialtilsynet:${row.tilbudsid}/${row.afdelingsid}`);
    const accidents = country.table('accidents').map((row) => `arbejdstilsynet:${row.at_id}`);
    const [worst, best] = [ranked.slice(0, 250), ranked.slice(-250)];

    expect(count(worst, concerns)).toBeGreaterThan(1.8 * count(best, concerns));
    expect(count(worst, accidents)).toBeGreaterThan(1.1 * count(best, accidents));
  });
});
