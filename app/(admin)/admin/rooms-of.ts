import { ROOMS, type RoomName } from '@/components/desk/shell/rooms';
import { mayChangeSettings, mayEditLabels, mayEditLibrary } from '@/lib/accounts/policies';
import type { User } from '@/lib/accounts/sessions';
import { type Actor, actorOf } from '@/lib/actor';

/** Whom a room lets in; the others let in everybody who is signed in. */
const MAY_ENTER: Partial<Record<RoomName, (actor: Actor) => boolean>> = {
  media: mayEditLibrary,
  topics: mayEditLabels,
  series: mayEditLabels,
  authors: mayEditLabels,
  settings: mayChangeSettings,
};

/** The rooms of the admin that a person may enter, in the order of the bar. */
export function roomsOf(user: User): RoomName[] {
  const names = ROOMS.map(([, name]) => name);
  return names.filter((name) => MAY_ENTER[name]?.(actorOf(user)) ?? true);
}
