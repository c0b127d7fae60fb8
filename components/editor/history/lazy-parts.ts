/** Loads the dialog that compares two texts. */
export const loadCompareDialog = () =>
  import('./compare/compare-dialog.client').then((dialog) => dialog.CompareDialog);
