import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { Alert } from '../elements/alert.view.js';
import type { Identity } from '../page/page-context.js';

export function Home({ voice, role }: { voice: Voice; role: Identity['role'] | undefined }): JSX.Element {
  const { home } = voice.words;
  const texts: Partial<Record<Identity['role'], string>> = {
    MINISTRY_ANALYST: home.ministry,
    FACILITY_USER: home.noFacility,
  };
  return (
    <>
      <h1>{home.title}</h1>
      <Alert variant="info" voice={voice}>
        {(role && texts[role]) ?? home.nothing}
      </Alert>
    </>
  );
}
