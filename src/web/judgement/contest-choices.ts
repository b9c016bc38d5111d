import type { Voice } from '../../wording/voice.js';
import type { ContestedFacility } from './judgement.query.js';

/** A datum that a place can contest: `value` stands in the form, `text` is shown, `input` goes to the API. */
export interface ContestChoice {
  readonly value: string;
  readonly text: string;
  readonly input: {
    readonly subject: 'RECORD_FIELD' | 'VISIT' | 'FINDING';
    readonly sourceKey: string;
    readonly visitKey?: string;
    readonly findingKey?: string;
    readonly field?: string;
    readonly statedValue?: string;
  };
}

const LONGEST_VALUE = 500;

/** Every datum of the page that the place may contest, registers first, then the latest visits with their findings. */
export function contestChoices(facility: ContestedFacility, voice: Voice): readonly ContestChoice[] {
  return [...recordChoices(facility, voice), ...visitChoices(facility, voice)];
}

function recordChoices({ sources }: ContestedFacility, voice: Voice): ContestChoice[] {
  const { labels, judgement } = voice.words;
  return sources.flatMap((source) =>
    valuesOf(source).flatMap(([field, value]) => {
      const text = `${labels.authorityShort[source.authority]}: ${judgement.contests.fields[field]}: ${value ?? '–'}`;
      const input = {
        subject: 'RECORD_FIELD' as const,
        sourceKey: source.sourceKey,
        field,
        ...(value === null ? {} : { statedValue: value.slice(0, LONGEST_VALUE) }),
      };
      return [{ value: `${source.sourceKey} ${field}`, text, input }];
    }),
  );
}

type Field = keyof Voice['words']['judgement']['contests']['fields'];

function valuesOf(source: ContestedFacility['sources'][number]): [Field, string | null][] {
  const { address } = source;
  const street = address && [address.street, address.postalCode, address.town].filter(Boolean).join(', ');
  return [
    ['name', source.name],
    ['address', street],
    ['cvrNumber', source.cvrNumber],
    ['pNumber', source.pNumber],
    ['sorCode', source.sorCode],
    ['type', source.typeSourceTerm],
    ['status', source.statusSourceTerm],
  ];
}

function visitChoices({ visits }: ContestedFacility, voice: Voice): ContestChoice[] {
  const { labels, judgement } = voice.words;
  return visits.flatMap(({ visitKey, sourceKey, authority, occurredOn, findings }) => {
    if (sourceKey === null) return []; // not one of the asker's own place
    const when = judgement.contests.visitOn(voice.shortDay(occurredOn), labels.authorityShort[authority]);
    return [
      { value: visitKey, text: when, input: { subject: 'VISIT' as const, sourceKey, visitKey } },
      ...findings.map(({ findingKey, topic, sourceTerm }) => {
        const said = [topic, sourceTerm].filter(Boolean).join(': ').slice(0, LONGEST_VALUE);
        return {
          value: `${visitKey} ${findingKey}`,
          text: `${when}: ${said}`,
          input: { subject: 'FINDING' as const, sourceKey, visitKey, findingKey, statedValue: said },
        };
      }),
    ];
  });
}
