import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { TILSYN_FILE } from './tilsyn.register-file.js';
import { ULYKKER_FILE } from './ulykker.register-file.js';

/** All files of this register, units before what is said about them. */
export const ARBEJDSTILSYNET_FILES: readonly RegisterFile[] = [TILSYN_FILE, ULYKKER_FILE];
