import type { home as danish } from '../da/home.js';

/** The start page of those who have no page of their own yet. */
export const home: typeof danish = {
  title: 'Welcome to Samtilsyn',
  ministry:
    'The national overview comes here: inspections, findings and risk in the country, the regions and the municipalities, as totals only.',
  noFacility: 'Your user belongs to no facility. Whoever gave you access can correct that.',
  nothing: 'There are no pages for your role yet.',
};
