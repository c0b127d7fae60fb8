/** Loads the row under the toolbar that sets a link. */
export const loadLinkForm = () => import('./toolbar/link-form.client').then((form) => form.LinkForm);

/** Loads the row that inserts a card. */
export const loadCardForm = () => import('./toolbar/card-form.client').then((form) => form.CardForm);

/** Loads the list of blocks without a button of their own. */
export const loadRarerBlocks = () =>
  import('./toolbar/more-blocks.client').then((blocks) => blocks.MoreBlocks);

/** Loads the tools for rows and columns of a table. */
export const loadTableTools = () => import('./toolbar/table-tools.client').then((tools) => tools.TableTools);

/** Loads the choices of how a numbered list counts. */
export const loadListTools = () => import('./toolbar/list-tools.client').then((tools) => tools.ListTools);

/** Loads the slash menu of blocks. */
export const loadSlashMenu = () => import('./slash/slash-menu.client').then((slash) => slash.SlashMenu);
