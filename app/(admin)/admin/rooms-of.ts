import { ROOMS, type RoomName } from '@/components/desk/shell/rooms';
import { mayChangeSettings, mayEditLabels, mayEditLibrary } from '@/lib/accounts/policies';
import type { User } from '@/lib/accounts/sessions';
import { type Actor, actorOf } from '@/lib/actor';

/** Who may open a page of the admin; all other pages are open to every signed-in user. */
const MAY_ENTER: Partial<Record<RoomName, (actor: Actor) => boolean>> = {
  media: mayEditLibrary,
  topics: mayEditLabels,
  series: mayEditLabels,
  authors: mayEditLabels,
  settings: mayChangeSettings,
};

/** Lists the admin pages that a user may open, in navigation order. */
export function roomsOf(user: User): RoomName[] {
  const names = ROOMS.map(([, name]) => name);
  return names.filter((name) => MAY_ENTER[name]?.(actorOf(user)) ?? true);
}
