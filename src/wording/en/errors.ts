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
  MALFORMED: {
    title: 'The request cannot be read',
    text: 'The address or the form was damaged on its way. Go back and try again.',
  },
  METHOD_NOT_ALLOWED: {
    title: 'That cannot be done here',
    text: 'The address exists, but cannot be used in this way. Go back and try again.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    title: 'The content cannot be received',
    text: 'What you sent has a format that cannot be received here.',
  },
  TOO_LARGE: {
    title: 'It is too large',
    text: 'What you sent is larger than can be received here. Send less at a time.',
  },
  TOO_COSTLY: {
    title: 'Too much was asked for at once',
    text: 'Ask for fewer places or fewer fields at a time.',
  },
  TOO_MANY_REQUESTS: {
    title: 'Too many requests come from you',
    text: 'Wait a little and try again.',
  },
  TIMED_OUT: {
    title: 'It took too long',
    text: 'There is much to do right now. Try again in a little while, or ask for less.',
  },
  INTERNAL: {
    title: 'Something went wrong',
    text: 'The fault is ours and has been recorded. Try again in a little while.',
  },
  reference: (reference) => `If you write to us about it, please give the number ${reference}.`,
  toStart: 'Go to the start page',
};
