/** Loads the dialog for signing in again without leaving the page. */
export const loadSignInDialog = () =>
  import('./safety/sign-in-dialog.client').then((dialog) => dialog.SignInDialog);

/** Loads the notice about a text that the server refused. */
export const loadRefusedNotice = () =>
  import('./safety/refused-notice.client').then((notice) => notice.RefusedNotice);

/** Loads the dialog for choosing one of two texts. */
export const loadConflictDialog = () =>
  import('./safety/conflict-dialog.client').then((dialog) => dialog.ConflictDialog);

/** Loads the offer of a text that only this browser has. */
export const loadLocalCopyOffer = () =>
  import('./safety/local-copy-offer.client').then((part) => part.LocalCopyOffer);

/** Loads the read-only view of a post that another tab is editing. */
export const loadFollowingRoom = () =>
  import('./tabs/following-tab.client').then((room) => room.FollowingTab);
