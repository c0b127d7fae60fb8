/** The row under the toolbar in which a link is set. */
export const loadLinkForm = () => import('./toolbar/link-form.client').then((form) => form.LinkForm);

/** The row in which a card is asked for. */
export const loadCardForm = () => import('./toolbar/card-form.client').then((form) => form.CardForm);

/** The blocks without a button of their own. */
export const loadRarerBlocks = () =>
  import('./toolbar/more-blocks.client').then((blocks) => blocks.MoreBlocks);

/** Rows and columns of a table. */
export const loadTableTools = () => import('./toolbar/table-tools.client').then((tools) => tools.TableTools);

/** The menu of blocks at a slash. */
export const loadSlashMenu = () => import('./slash/slash-menu.client').then((slash) => slash.SlashMenu);
