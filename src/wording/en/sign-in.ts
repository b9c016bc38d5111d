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
  again: 'Sign in again',
  asAnother: 'Sign in as somebody else',
  problems: {
    ATTEMPT_LOST: {
      heading: 'Your sign-in was not finished',
      text: 'It took too long, or you began in another browser. Start again.',
    },
    CANCELLED: { heading: 'You cancelled the sign-in', text: 'You are not signed in.' },
    REFUSED: {
      heading: 'Your sign-in was refused',
      text: 'What came from the place where you showed who you are could not be accepted. Try again; if it happens again, whoever runs the service can help.',
    },
    NO_GRANT: {
      heading: 'You have no access to Samtilsyn',
      text: 'We know who you are, but nobody has given you a role here. Your manager, or whoever looks after users where you work, can give you access.',
    },
  },
  roleTitle: 'Choose a role',
  roleLead: 'You have several roles. You work in one at a time, and it is noted which one you use.',
  roleWhich: 'Which role do you want to use?',
  roleSubmit: 'Continue',
  roleChoose: 'Choose a role before you continue',
  signedOut: 'You are signed out',
  signedOutText: 'Close the browser if others use this machine.',
  signedOutHere: 'You are signed out of Samtilsyn',
  signedOutHereText: 'You are taken further, so that you are signed out where you signed in, too.',
  goOn: 'Go on',
};
