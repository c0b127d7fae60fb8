/** Loads the dialog for choosing pictures. */
export const loadPicturePicker = () =>
  import('./pictures/picture-picker.client').then((picker) => picker.PicturePicker);

/** Loads the summary of the last paste. */
export const loadPasteSummary = () =>
  import('./paste/paste-summary.client').then((part) => part.PasteSummary);
