/** What the element that holds the editor is given: many controls in little room, and the desk's own letters. */
export const EDITOR_ROOM = {
  'data-density': 'compact',
  className: 'group/room bg-paper text-ink text-ui leading-room min-h-dvh font-sans',
} as const;
