import { day } from '../domain/shared/day.js';
import { isCvrNumber, isSorCode } from '../domain/shared/identifiers.js';
import { CollectedCountry } from './collected-country.js';
import type { DemoCountryOptions } from './demo-options.js';
import { DEMO_FILE_NAMES } from './drop/demo-files.js';
import { generateDemoCountry } from './generate-demo-country.js';

const OPTIONS = { places: 300, seed: 5, from: day('2019-01-01'), deliveredOn: day('2026-10-31') };

function generate(change: Partial<DemoCountryOptions> = {}): CollectedCountry {
  return new CollectedCountry({ ...OPTIONS, ...change });
}

function missing(country: CollectedCountry, file: 'tilbud' | 'sor' | 'atTilsyn'): number {
  const rows = country.table(file);
  return rows.filter((row) => row.p_nummer === '').length / rows.length;
}

const untidy = generate();
const clean = generate({ noise: 0 });

describe(generateDemoCountry.name, () => {
  it('gives the same rows for the same options, and others for another seed', () => {
    const text = (country: CollectedCountry): string[] =>
      DEMO_FILE_NAMES.map((name) => country.rows(name).join('\n'));

    expect(text(generate())).toEqual(text(untidy));
    for (const [index, other] of text(generate({ seed: 6 })).entries()) {
      expect(other).not.toBe(text(untidy)[index]);
    }
  });

  it('has as many places as asked for, numbered through, each with a record', () => {
    const placeIds = new Set(untidy.table('links').map((link) => link.site_id));

    expect(placeIds.size).toBe(300);
    expect(placeIds).toContain('S000299');
  });

  it.each([1, 2, 3])('has exactly %p places also where a tilbud would want more', (places) => {
    const placeIds = new Set(
      generate({ places })
        .table('links')
        .map((link) => link.site_id),
    );

    expect(placeIds.size).toBe(places);
  });

  it('also makes a country whose history is a single day long', () => {
    const country = generate({ places: 200, from: day('2026-10-30') });

    expect(country.rows('tilbud').length).toBeGreaterThan(200);
    expect(new Set(country.table('latent').map((row) => row.date))).toEqual(new Set(['2026-10-30']));
  });

  it('links every record of the three registers, and no others', () => {
    const linked = new Set(clean.table('links').map((link) => link.source_key));
    const records = [
      ...clean.table('tilbud').map((row) => `socialtilsynet:${row.tilbudsid}/${row.afdelingsid}`),
      ...clean.table('atTilsyn').map((row) => `arbejdstilsynet:${row.at_id}`),
      ...clean.locationVisits().map((row) => `stps:${row.sted_id}`),
    ];

    expect(linked).toEqual(new Set(records));
  });

  it('scales: ten times the places, about ten times the rows', () => {
    const [small, large] = [generate({ places: 100 }), generate({ places: 1_000 })];

    for (const name of ['tilbud', 'tilsyn', 'atTilsyn', 'accidents', 'concerns', 'sor'] as const) {
      const ratio = large.rows(name).length / small.rows(name).length;
      expect(ratio).toBeGreaterThan(7.5);
      expect(ratio).toBeLessThan(13);
    }
  });

  it('has valid CVR numbers and SOR codes only', () => {
    const locations = clean.locationVisits();
    const cvrs = [...untidy.table('tilbud').map((row) => row.cvr_nummer), ...locations.map((row) => row.cvr)];
    const sors = locations.flatMap((row) => row.sor ?? []);

    expect(cvrs.filter((cvr) => !isCvrNumber(cvr ?? ''))).toEqual([]);
    expect(sors.length).toBeGreaterThan(100);
    expect(sors.filter((sor) => !isSorCode(sor))).toEqual([]);
  });

  it('leaves out P-numbers as the registers do, and none without noise', () => {
    expect([missing(clean, 'tilbud'), missing(clean, 'sor'), missing(clean, 'atTilsyn')]).toEqual([0, 0, 0]);
    expect(missing(untidy, 'tilbud')).toBeGreaterThan(0.08);
    expect(missing(untidy, 'tilbud')).toBeLessThan(0.25);
    expect(missing(untidy, 'sor')).toBeGreaterThan(0.4);
    expect(missing(untidy, 'atTilsyn')).toBeGreaterThan(0);
  });

  it('is untidier at noise 1.5 than at noise 1', () => {
    const wild = generate({ noise: 1.5 });

    expect(wild.rows('badRows').length).toBeGreaterThan(1.2 * untidy.rows('badRows').length);
    expect(missing(wild, 'tilbud')).toBeGreaterThan(missing(untidy, 'tilbud'));
    expect(clean.rows('badRows')).toEqual([]);
  });

  it('never writes a separator, a quote or a line break inside a value', () => {
    for (const file of ['tilbud', 'concerns', 'accidents', 'inspectors', 'leave'] as const) {
      const widths = new Set(untidy.rows(file).map((row) => row.split(';').length));
      expect(widths.size).toBe(1);
      expect(untidy.rows(file).filter((row) => /["\r\n]/.test(row))).toEqual([]);
    }
  });
});
