import type { JSX } from 'react';
import type { Voice } from '../../wording/voice.js';
import { addressOf } from '../elements/address.js';
import { Alert } from '../elements/alert.view.js';
import type { ShownFacility } from './facility.query.js';

/** Name, address and the numbers that the registers know the place by. What no register says is left out. */
export function FacilityHead({ voice, facility }: { voice: Voice; facility: ShownFacility }): JSX.Element {
  const { facility: words, labels } = voice.words;
  const { head } = words;
  const facts: [string, string | null | undefined][] = [
    [head.address, addressOf(facility, voice)],
    [head.municipality, facility.municipality?.name],
    [head.type, facility.facilityType && labels.facilityType[facility.facilityType]],
    [head.places, facility.capacityPlaces === null ? null : voice.number(facility.capacityPlaces)],
    [head.operator, facility.operatorName],
    [head.unit, facility.responsibleUnit && labels.unit[facility.responsibleUnit]],
    [head.cvr, facility.cvrNumbers.join(', ')],
    [head.pNumber, facility.pNumbers.join(', ')],
    [head.sor, facility.sorCodes.join(', ')],
    [head.knownTo, facility.authorities.map((authority) => labels.authority[authority]).join(', ')],
  ];
  return (
    <>
      <h1>{facility.name}</h1>
      {facility.endedOn === null ? null : (
        <Alert variant="warning" voice={voice}>
          {words.endedOn(voice.day(facility.endedOn))}
        </Alert>
      )}
      <dl className="facts">
        {facts.map(([term, fact]) =>
          fact ? (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}
