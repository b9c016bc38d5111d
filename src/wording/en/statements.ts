import type { statements as danish } from '../da/statements.js';

/** The two pages that the footer leads to, in paragraphs. */
export const statements: typeof danish = {
  accessibility: [
    'The pages are made to be used with a keyboard, a screen reader, magnification and without JavaScript. The aim is WCAG 2.2 level AA.',
    'Every page is tested automatically with axe, on a wide and a narrow screen. An automatic test finds only a part of the possible faults.',
    'The pages have not yet been tested by people with a screen reader. The official statement is made in WAS-Tool by the authority that runs the service.',
  ],
  privacy: [
    'Samtilsyn is about places, not about the people who live there. The service holds no information about citizens.',
    'Secret addresses are not shown. What you can see depends on your role and your authority, and the database enforces it.',
    'The service sets two cookies: one remembers that you are signed in, one remembers your language. While you sign in, there is a third for ten minutes at most. It uses no statistics and shares nothing with others.',
  ],
};
