/** Converts a shortcut such as `Mod+Shift+B` to this machine's key names. */
export function shortcutLabel(shortcut: string): string {
  const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
  return isMac
    ? shortcut.replace('Mod+', '⌘').replace('Alt+', '⌥').replace('Shift+', '⇧')
    : shortcut.replace('Mod', 'Ctrl');
}
