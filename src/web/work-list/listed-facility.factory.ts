import type { ListedFacility, WorkListAnswer } from './work-list.query.js';

/** Valid answers of the API for specs of the work list; every part can be replaced. */
export function listedFacility(changes: Partial<ListedFacility> = {}): ListedFacility {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Solkrogen',
    hasSecretAddress: false,
    address: { street: 'Granvej 21', postalCode: '5610', town: 'Assens' },
    municipality: { name: 'Assens' },
    facilityType: 'MIDLERTIDIGT_BOTILBUD',
    capacityPlaces: 7,
    standing: { effectiveBand: 'HIGH' },
    seriousEvents: [],
    score: {
      asOf: '2026-10-05',
      points: 3006,
      band: 'HIGH',
      hasTooLittleData: false,
      dimensions: { severity: 2.7, vulnerability: 4, documentation: 0.3 },
      authorities: [
        { authority: 'SOCIALTILSYNET', probability: 0.24 },
        { authority: 'STPS', probability: 0.4 },
      ],
      contributions: [
        {
          kind: 'BASELINE',
          authority: 'STPS',
          hundredths: 2500,
          label: { da: 'Udgangspunkt', en: 'Starting point' },
          valueText: null,
        },
        {
          kind: 'FEATURE',
          authority: 'STPS',
          hundredths: 396,
          label: { da: 'Åbne påbud', en: 'Open enforcement measures' },
          valueText: { da: '2', en: '2' },
        },
      ],
    },
    lastSocialtilsynet: [{ occurredOn: '2026-09-03' }],
    lastArbejdstilsynet: [],
    lastStps: [{ occurredOn: '2026-04-23' }],
    plannedVisits: [
      { weekStart: '2026-10-05', parts: [{ authority: 'STPS' }] },
      { weekStart: '2026-11-23', parts: [{ authority: 'SOCIALTILSYNET' }, { authority: 'STPS' }] },
    ],
    ...changes,
  };
}

export function workListAnswer(
  facilities: readonly ListedFacility[],
  totalCount = facilities.length,
): WorkListAnswer {
  return {
    facilities: { totalCount, edges: facilities.map((node) => ({ node })) },
    municipalities: [
      { code: '0420', name: 'Assens' },
      { code: '0751', name: 'Aarhus' },
    ],
  };
}
