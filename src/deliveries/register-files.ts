import type { RegisterFile } from '../domain/inspection/register-file.js';

/** The files the importer knows, in the order it takes them: units before what happened there. */
export abstract class RegisterFiles {
  abstract readonly inOrder: readonly RegisterFile[];
}
