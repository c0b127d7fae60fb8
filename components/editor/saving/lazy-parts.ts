/** The dialog in which one signs in again in place. */
export const loadSignInDialog = () =>
  import('./safety/sign-in-dialog.client').then((dialog) => dialog.SignInDialog);

/** What is said of a text that the server refused. */
export const loadRefusedNotice = () =>
  import('./safety/refused-notice.client').then((notice) => notice.RefusedNotice);

/** The dialog in which one of two texts is chosen. */
export const loadConflictDialog = () =>
  import('./safety/conflict-dialog.client').then((dialog) => dialog.ConflictDialog);

/** The offer of a text that only this browser has. */
export const loadLocalCopyOffer = () =>
  import('./safety/local-copy-offer.client').then((part) => part.LocalCopyOffer);

/** The text of a post that another tab writes. */
export const loadFollowingRoom = () =>
  import('./tabs/following-tab.client').then((room) => room.FollowingTab);
