import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'graphql-yoga';
import { ExpectedError } from '../../domain/shared/expected-error.js';

/** The only documents that are answered, by the SHA-256 of their text in lower-case hexadecimal digits. */
export type Safelist = ReadonlyMap<string, string>;

/** Reads a JSON file of the form {"<sha-256>": "<document>"}; throws where it is anything else, naming what is wrong. */
export function readSafelist(file: string): Safelist {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Error(`${file} holds no object of the form {"<sha-256>": "<document>"}.`);
  }
  for (const [hash, document] of Object.entries(content)) {
    if (typeof document !== 'string' || sha256(document) !== hash) {
      throw new Error(`The document under "${hash}" in ${file} has another SHA-256; write the list anew.`);
    }
  }
  return new Map(Object.entries(content as Record<string, string>));
}

/** Answers a listed document, sent in full or by its hash as `extensions.persistedQuery.sha256Hash`, and no other. */
export function onlyListed(safelist: Safelist): Plugin {
  return {
    onParams({ params, setParams }) {
      const hash = hashOf(params as unknown);
      const document = hash === undefined ? undefined : safelist.get(hash);
      if (document === undefined) {
        throw new ExpectedError('FORBIDDEN', 'This service answers only the questions on its list.');
      }
      setParams({ ...params, query: document });
    },
  };
}

interface Question {
  readonly query?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | null;
}

function hashOf(params: unknown): string | undefined {
  const { query, extensions } = (params ?? {}) as Question;
  if (typeof query === 'string') return sha256(query);
  const hash = query == null ? extensions?.persistedQuery?.sha256Hash : undefined;
  return typeof hash === 'string' ? hash : undefined;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
