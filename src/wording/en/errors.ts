import type { errors as danish } from '../da/errors.js';

/** What went wrong, what to do about it; by the closed set of error codes. */
export const errors: typeof danish = {
  UNAUTHENTICATED: { title: 'You are not signed in', text: 'Sign in and try again.' },
  FORBIDDEN: {
    title: 'You have no access to this page',
    text: 'The page is for another role than yours. If you need it, your manager can give you access.',
  },
  BAD_INPUT: {
    title: 'The page cannot be shown',
    text: 'Something in the address or the form is not as it should be. Go back and try again.',
  },
  CONFLICT: {
    title: 'Somebody else is at work',
    text: 'Something has changed since you opened the page. Wait a little and try again.',
  },
  NOT_FOUND: {
    title: 'The page does not exist',
    text: 'The address may be mistyped, or the page is not for you.',
  },
  INTERNAL: {
    title: 'Something went wrong',
    text: 'The fault is ours and has been recorded. Try again in a little while.',
  },
  reference: (reference) => `If you write to us about it, please give the number ${reference}.`,
  toStart: 'Go to the start page',
};
