import fc, { type Arbitrary } from 'fast-check';
import { arbejdstilsynet, socialtilsynet, stps, type DropPart, type Kind } from './drops.js';
import {
  accidentRow,
  concernRow,
  reactionRow,
  sorRow,
  themeRow,
  tilbudRow,
  treatmentVisit,
  unvisitedLocation,
  type Cells,
} from './register-rows.js';

/** One delivery of one sender; shown as the files it holds when a property fails. */
export class DatedPart {
  constructor(readonly part: DropPart) {}

  [fc.toStringMethod](): string {
    const { description, files } = this.part;
    return [description, ...Object.entries(files).map(([name, text]) => `${name}:\n${text.toString()}`)].join(
      '\n',
    );
  }
}

const one = fc.constantFrom;
const BROKEN = 'not a number';

const tilbud: Arbitrary<Cells> = fc.record({
  afdelingsid: one('A1', 'A2'),
  pladser: one('1', '2', BROKEN),
  tilsynsmyndighed: one('Socialtilsyn Syd', 'Socialtilsyn Midt'),
  adresse: one('Skovvej 12A', ''),
  tilbudstype: one('krisecenter', 'forsorgshjem'),
}).map(tilbudRow); // prettier-ignore

const theme: Arbitrary<Cells> = fc.record({
  tilsyn_id: one('ST1', 'ST2'),
  tema: one('Kompetencer', 'Sundhed og trivsel'),
  afdelingsid: one('A1', 'A2'),
  besoegsdato: one('10-03-2025', '11-03-2025'),
  anledning: one('', 'henvendelse'),
  score: one('2,0', '4,5', BROKEN),
  reaktion: one('', 'ingen', 'påbud', 'vilkår'),
}).map(themeRow); // prettier-ignore

const concern: Arbitrary<Cells> = fc.record({
  henvendelse_id: one('H1', 'H2'),
  afdelingsid: one('A1', 'A2'),
  alvor: one('1', '3', BROKEN),
}).map(concernRow); // prettier-ignore

const SOR_CODES = ['953741000016009', '311000016009'] as const;

const locationLine: Arbitrary<object | string> = fc.oneof(
  fc.record({
    sted_id: one('SP1', 'SP2'),
    sor: one(...SOR_CODES, null),
    tilsyn_id: one('2025-0000001', '2025-0000002'),
    samlet_vurdering: one(0, 1, 2, 3),
    sanktion: one(null, 'påbud'),
  }).map(treatmentVisit), // prettier-ignore
  fc.record({ sted_id: one('SP1', 'SP2'), navn: one('Skovbrynet', 'Engbrynet') }).map(unvisitedLocation),
  one('{"sted_id": "SP1", "tilsyn_id": "2025-0000001", broken', '{'),
);

const reaction: Arbitrary<Cells> = fc.record({
  at_id: one('AT1', 'AT2'),
  p_nummer: one('1003388394', ''),
  navn: one('VEJLE KOMMUNE, SKOVBRYNET', 'Skovbrynet', 'Fonden Havblik'),
  adresse: one('Skovvej 12 A', 'Engvej 9', ''),
  sagsnummer: one('20250000001', '20250000002'),
  ansatte: one('4', '31', BROKEN),
}).map(reactionRow); // prettier-ignore

const accident: Arbitrary<Cells> = fc.record({ at_id: one('AT1', 'AT2'), ulykkestype: one('vold', 'fald') }).map(accidentRow); // prettier-ignore

const sor: Arbitrary<Cells> = fc.record({
  sor_kode: one(...SOR_CODES),
  navn: one('Skovbrynet', 'Engbrynet'),
}).map(sorRow); // prettier-ignore

const rows = <Row>(row: Arbitrary<Row>): Arbitrary<Row[]> => fc.array(row, { maxLength: 4 });
const perhaps = <Rows>(each: Arbitrary<Rows>): Arbitrary<Rows | undefined> =>
  fc.option(each, { nil: undefined, freq: 3 });

type Delivered = (day: string, kind: Kind) => DropPart;

const fromSocialtilsynet: Arbitrary<Delivered> = fc
  .record({
    tilbud: perhaps(rows(tilbud)),
    tilsyn: perhaps(rows(theme)),
    henvendelser: perhaps(rows(concern)),
  })
  .map((files) => (day, kind) => socialtilsynet(day, files, kind));
const fromArbejdstilsynet: Arbitrary<Delivered> = fc
  .record({ tilsyn: perhaps(rows(reaction)), ulykker: perhaps(rows(accident)) })
  .map((files) => (day, kind) => arbejdstilsynet(day, files, kind));
const fromStps: Arbitrary<Delivered> = fc
  .record({ tilsyn: perhaps(rows(locationLine)), sor: perhaps(rows(sor)) })
  .map((files) => (day, kind) => stps(day, files, kind));

/** The same, but up to three days of delivery, so that some correct others on their day; in order of arrival. */
export const arrivingParts: Arbitrary<DatedPart[]> = fc.array(
  fc
    .tuple(
      fc.oneof(fromSocialtilsynet, fromArbejdstilsynet, fromStps),
      one<Kind>('full', 'delta'),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([delivered, kind, day]) => new DatedPart(delivered(`2026-01-0${day}`, kind))),
  { minLength: 2, maxLength: 5 },
);

/** Two to five whole and partial deliveries on different days in the order of their days; rows may be broken. */
export const datedParts: Arbitrary<DatedPart[]> = fc
  .array(fc.tuple(fc.oneof(fromSocialtilsynet, fromArbejdstilsynet, fromStps), one<Kind>('full', 'delta')), {
    minLength: 2,
    maxLength: 5,
  })
  .map((deliveries) =>
    deliveries.map(([delivered, kind], index) => new DatedPart(delivered(`2026-01-0${index + 1}`, kind))),
  );
