import type { JSX } from 'react';

/** A bar to the right of the middle for what raises, to the left for what lowers; the number stands beside it. */
export function ChangeBar({ hundredths, widest }: { hundredths: number; widest: number }): JSX.Element {
  const width = Math.max(1, Math.round((Math.abs(hundredths) / widest) * 100));
  const isRaising = hundredths > 0;
  return (
    <svg className="change-bar" width="150" height="14" viewBox="-102 0 204 14" aria-hidden="true">
      <rect
        className={isRaising ? 'raising' : 'lowering'}
        x={isRaising ? 0 : -width}
        y="2"
        width={width}
        height="10"
      />
      <line className="middle" x1="0" x2="0" y1="0" y2="14" />
    </svg>
  );
}
