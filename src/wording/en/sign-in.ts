import type { signIn as danish } from '../da/sign-in.js';

export const signIn: typeof danish = {
  title: 'Sign in',
  lead: 'This is the sign-in for development. Choose who you want to be; the persons are invented.',
  who: 'Who do you want to be?',
  submit: 'Sign in',
  choose: 'Choose a user before you sign in',
  none: 'Nobody can sign in here yet',
  noneText:
    'The sign-in for development is switched off, and no other way to sign in is set up. Whoever runs the service can help.',
};
