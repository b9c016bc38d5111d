import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { HENVENDELSER_FILE } from './henvendelser.register-file.js';
import { TILBUD_FILE } from './tilbud.register-file.js';
import { TILSYN_FILE } from './tilsyn.register-file.js';

/** All files of this register, units before what is said about them. */
export const SOCIALTILSYNET_FILES: readonly RegisterFile[] = [TILBUD_FILE, TILSYN_FILE, HENVENDELSER_FILE];
