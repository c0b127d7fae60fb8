/** The dialog in which two texts are compared. */
export const loadCompareDialog = () =>
  import('./compare/compare-dialog.client').then((dialog) => dialog.CompareDialog);
