import type { home as danish } from '../da/home.js';

/** The start page of those who have no page of their own yet. */
export const home: typeof danish = {
  title: 'Welcome to Samtilsyn',
  ministry:
    'The national overview comes here: inspections, findings and risk in the country, the regions and the municipalities, as totals only.',
  noFacility: 'Your user belongs to no facility. Whoever gave you access can correct that.',
  operator: {
    title: 'Your places',
    lead: 'The places that your organisation runs today, by the registers. Choose one to see what the authorities have on record about it.',
    none: 'The registers know of no place that your organisation runs today. If that is wrong, have the CVR number corrected by the authority that approved the place.',
    count: (count) => (count === '1' ? '1 place' : `${count} places`),
    table: 'Your places by name',
    place: 'Place',
    municipality: 'Municipality',
    type: 'Type',
    capacity: 'Capacity',
  },
  nothing: 'There are no pages for your role yet.',
};
