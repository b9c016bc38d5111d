import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';

interface SignInNoteProps {
  readonly voice: Voice;
  readonly title: string;
  readonly variant: 'info' | 'warning' | 'success';
  readonly heading: string;
  readonly text: string;
  /** Where to go on, in words. */
  readonly onward?: { readonly href: string; readonly text: string };
}

/** Something to know about signing in or out, and where to go on. */
export function SignInNote({ voice, title, variant, heading, text, onward }: SignInNoteProps): JSX.Element {
  return (
    <>
      <h1>{title}</h1>
      <Alert variant={variant} voice={voice} heading={heading}>
        {text}
      </Alert>
      {onward === undefined ? null : (
        <p>
          <a className="button button-primary mt-5" href={onward.href}>
            {onward.text}
          </a>
        </p>
      )}
    </>
  );
}
