import { type RefObject, useLayoutEffect } from 'react';

/**
 * Opens a dialog for as long as it is on the page: a dialog is modal only when a script opens it. When it leaves the
 * page still open, the focus returns to where it was, as when it closes.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const opened = dialog.current;
    if (!opened) return;
    opened.showModal();
    return () => opened.close();
  }, [dialog]);
}
