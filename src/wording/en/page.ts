import type { page as danish } from '../da/page.js';

/** What stands on every page. */
export const page: typeof danish = {
  service: 'Samtilsyn',
  tagline: 'Joint, risk-based inspection',
  skipLink: 'Skip to the content of the page',
  signOut: 'Sign out',
  mainMenu: 'Main menu',
  breadcrumb: 'Breadcrumb',
  chooseLanguage: 'Choose language',
  menu: {
    home: 'Start',
    workList: 'Work list',
    calendar: 'Calendar',
    followUp: 'Follow-up',
    plan: 'Plan',
    planning: 'Planning',
    deliveries: 'Deliveries',
    quality: 'Data quality',
    tasks: 'Tasks',
    selection: 'Selection',
    ownFacility: 'My facility',
  },
  accessibilityStatement: 'Accessibility statement',
  privacyPolicy: 'Privacy policy',
  alert: { info: 'Information', warning: 'Warning', error: 'Error', success: 'Success' },
  unknown: 'Not stated',
  none: '–',
  secretAddress: 'Secret address',
  week: (week, year) => `Week ${week}, ${year}`,
  errorSummary: 'There is something you need to correct',
  errorPrefix: 'Error: ',
};
