/** Loads the dialog for choosing pictures. */
export const loadPicturePicker = () =>
  import('./pictures/picture-picker.client').then((picker) => picker.PicturePicker);

/** Loads the dialog of snippets. */
export const loadSnippetDialog = () =>
  import('./snippets/snippet-dialog.client').then((dialog) => dialog.SnippetDialog);

/** Loads the summary of the last paste. */
export const loadPasteSummary = () =>
  import('./paste/paste-summary.client').then((part) => part.PasteSummary);
