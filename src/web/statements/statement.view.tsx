import type { JSX } from 'react';

export function Statement(props: { title: string; paragraphs: readonly string[] }): JSX.Element {
  return (
    <>
      <h1>{props.title}</h1>
      {props.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
