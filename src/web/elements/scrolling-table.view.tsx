import type { JSX, ReactNode } from 'react';

interface ScrollingTableProps {
  readonly id: string;
  readonly caption: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table that scrolls by itself where it is wider than the screen; the keyboard can reach and scroll it too. */
export function ScrollingTable({ id, caption, className, children }: ScrollingTableProps): JSX.Element {
  return (
    <div className="table--responsive-scroll" tabIndex={0} role="region" aria-labelledby={`${id}-caption`}>
      <table className={`table table--compact ${className ?? ''}`.trim()} id={id}>
        <caption id={`${id}-caption`} className="sr-only">
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}
