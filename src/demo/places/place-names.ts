import type { Draws } from '../draws.js';

const SINGLE_NAMES = [
  'Kompasset', 'Ankeret', 'Broen', 'Spiren', 'Sporet', 'Trædestenen', 'Vendepunktet', 'Perronen', 'Værftet', 'Sejlet',
  'Rebslageriet', 'Bageriet', 'Mejeriet', 'Andelen', 'Ladegården', 'Gnisten', 'Ildfluen', 'Stjerneskuddet', 'Bifrost',
  'Havnefogeden', 'Grønningen', 'Loftet', 'Kimen', 'Cikorien', 'Lanternen',
] as const; // prettier-ignore

const FIRST_PARTS = [
  'Abild', 'Anemone', 'Brombær', 'Elle', 'Fasan', 'Gyvel', 'Hassel', 'Havre', 'Humle', 'Hvede', 'Hyld', 'Kaprifolie',
  'Kornblomst', 'Mirabel', 'Mælkebøtte', 'Primula', 'Raps', 'Rug', 'Skovmærke', 'Stær', 'Svale', 'Søstjerne', 'Tidsel',
  'Timian', 'Tusindfryd', 'Vibe', 'Viol', 'Ærenpris', 'Ådals', 'Merle',
] as const; // prettier-ignore

const LAST_PARTS = [
  'gården', 'huset', 'høj', 'vang', 'lund', 'toften', 'banken', 'marken', 'kilden', 'næs', 'dal', 'hjemmet',
] as const; // prettier-ignore

const STEMS: readonly string[] = [
  ...SINGLE_NAMES,
  ...LAST_PARTS.flatMap((last) => FIRST_PARTS.map((first) => first + last)),
];

/** The name proper of a house or an operator. The first of the list come often: the same name exists in many towns. */
export function inventedStem(draws: Draws): string {
  return STEMS[Math.floor(STEMS.length * draws.uniform() ** 1.7)] as string;
}

/** What an afdeling is called beside its tilbud. */
export const AFDELING_WORDS = [
  'A', 'B', 'C', 'Stuen', 'Gavlen', 'Længen', 'Laden', 'Atriet', 'Haven', 'Loftet',
] as const; // prettier-ignore
