import type { Voice } from '../../wording/voice.js';
import { CLERKS, isOneOf, isStaff, QUALITY_READERS, SELECTION_READERS, TASK_HOLDERS } from '../page-roles.js';
import type { Identity } from './page-context.js';

export interface MenuItem {
  readonly text: string;
  readonly href: string;
}

/** The pages that somebody with this identity starts from. */
export function menuOf(identity: Identity | undefined, voice: Voice): readonly MenuItem[] {
  const { menu } = voice.words.page;
  if (!identity) return [];
  if (isStaff(identity.role)) {
    return [
      { text: menu.workList, href: '/tilsyn' },
      { text: menu.calendar, href: '/kalender' },
      { text: menu.followUp, href: '/opfoelgning' },
      { text: menu.plan, href: '/plan' },
      { text: menu.planning, href: '/planlaegning' },
      ...(isOneOf(TASK_HOLDERS, identity.role) ? [{ text: menu.tasks, href: '/opgaver' }] : []),
      ...(identity.role === 'MODEL_OWNER' ? [{ text: menu.models, href: '/modeller' }] : []),
      ...(isOneOf(SELECTION_READERS, identity.role) ? [{ text: menu.selection, href: '/udtagelse' }] : []),
      ...(isOneOf(CLERKS, identity.role)
        ? [
            { text: menu.deliveries, href: '/leverancer' },
            { text: menu.matching, href: '/sammenfald' },
          ]
        : []),
      ...(isOneOf(QUALITY_READERS, identity.role) ? [{ text: menu.quality, href: '/datakvalitet' }] : []),
    ];
  }
  if (identity.role === 'FACILITY_USER' && identity.facilityId) {
    return [{ text: menu.ownFacility, href: `/tilbud/${identity.facilityId}` }];
  }
  return [{ text: menu.home, href: '/' }];
}
