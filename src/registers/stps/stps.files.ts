import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { SOR_FILE } from './sor.register-file.js';
import { TILSYN_FILE } from './tilsyn.register-file.js';

/** All files of this register. */
export const STPS_FILES: readonly RegisterFile[] = [SOR_FILE, TILSYN_FILE];
