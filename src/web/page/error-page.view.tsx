import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import type { Page } from './layout.view.js';

export type ErrorWords = keyof Omit<Voice['words']['errors'], 'reference' | 'toStart'>;

/** A reference number is given for our own faults only. */
export function errorPage(voice: Voice, code: ErrorWords, reference: string | undefined): Page {
  const { title } = voice.words.errors[code];
  return { title, content: <ErrorText voice={voice} code={code} reference={reference} /> };
}

function ErrorText(props: { voice: Voice; code: ErrorWords; reference: string | undefined }): JSX.Element {
  const { errors } = props.voice.words;
  const { title, text } = errors[props.code];
  return (
    <>
      <h1>{title}</h1>
      <p className="font-lead">{text}</p>
      {props.reference === undefined ? null : <p>{errors.reference(props.reference)}</p>}
      <p>
        <a href="/">{errors.toStart}</a>
      </p>
    </>
  );
}
