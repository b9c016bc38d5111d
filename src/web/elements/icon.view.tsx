import type { JSX } from 'react';

/** An icon of the design system; decoration only, unless it gets a label. */
export function Icon(props: { name: string; className?: string; label?: string }): JSX.Element {
  const { name, className, label } = props;
  const meaning = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`icon-svg ${className ?? ''}`.trim()} focusable="false" {...meaning}>
      <use href={`/dkfds/img/all-svg-icons.svg#${name}`} />
    </svg>
  );
}
