import type { JSX, ReactNode } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Icon } from './icon.view.js';

interface AlertProps {
  readonly variant: 'info' | 'warning' | 'error' | 'success';
  readonly voice: Voice;
  readonly heading?: string;
  readonly children: ReactNode;
}

export function Alert({ variant, voice, heading, children }: AlertProps): JSX.Element {
  return (
    <div className={`alert alert-${variant}`}>
      <Icon name={variant} className="alert-icon" label={voice.words.page.alert[variant]} />
      <div className="alert-body">
        {heading === undefined ? null : <h2 className="alert-heading">{heading}</h2>}
        <div className="alert-text">{children}</div>
      </div>
    </div>
  );
}
