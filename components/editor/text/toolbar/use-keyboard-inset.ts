'use client';
import { useEffect } from 'react';

/**
 * Tells the styles how much of the window the on-screen keyboard covers, so that the toolbar can sit right above
 * it.
 * @see https://developer.mozilla.org/en-US/docs/Web/API/VisualViewport
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const { style } = document.documentElement;
    const measure = () => {
      // After a pinch zoom, the hidden part is not the keyboard.
      const hidden = view.scale > 1.01 ? 0 : window.innerHeight - view.height - view.offsetTop;
      style.setProperty('--keyboard-inset', `${Math.max(0, Math.round(hidden))}px`);
    };
    measure();
    view.addEventListener('resize', measure);
    view.addEventListener('scroll', measure);
    return () => {
      view.removeEventListener('resize', measure);
      view.removeEventListener('scroll', measure);
      style.removeProperty('--keyboard-inset');
    };
  }, []);
}
