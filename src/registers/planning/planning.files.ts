import type { RegisterFile } from '../../domain/inspection/register-file.js';
import { INSPECTORS_FILE } from './inspectors.register-file.js';
import { LEAVE_FILE } from './leave.register-file.js';

/** All files of the planners' own office, inspectors before their leave. */
export const PLANNING_FILES: readonly RegisterFile[] = [INSPECTORS_FILE, LEAVE_FILE];
