/** The dialog in which pictures are chosen. */
export const loadPicturePicker = () =>
  import('./pictures/picture-picker.client').then((picker) => picker.PicturePicker);

/** What is told of the last paste. */
export const loadPasteSummary = () =>
  import('./paste/paste-summary.client').then((part) => part.PasteSummary);
