'use client';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from './icon-button';
import { itemByKey } from './menu-keys';

/** How a menu or a list of options that floats over the page looks. */
export const menuStyle =
  'rounded-lg border border-rule bg-paper p-1 shadow-menu compact:rounded-xl compact:p-1.5 compact:font-sans compact:text-ui compact:leading-normal compact:font-normal';

/** How an entry of a menu looks. */
const menuItemStyle =
  'flex min-h-11 w-full cursor-pointer items-center gap-3 rounded-md px-3 py-2 text-left hover:bg-wash focus-visible:bg-wash compact:min-h-10 compact:px-2.5 compact:py-1 touch:compact:min-h-11';

/** How the keys of an entry look, at its end. */
export const menuKeysStyle =
  'ml-auto text-caption leading-none font-normal whitespace-nowrap text-soft font-sans';

interface MenuListProps {
  label: string;
  id?: string;
  /** Called when an item was picked, after the item's own `onPick`. */
  onPick?: () => void;
  /** Called when Escape or Tab asks to leave. Tab then moves on, unless the event is prevented. */
  onLeave: (event: KeyboardEvent) => void;
  ref?: Ref<HTMLDivElement>;
  /** Places it. */
  className?: string;
  /** Items and groups of items. */
  children: ReactNode;
}

/**
 * Shows a menu that is open: arrow keys, Home, End and letters move between its items. Whoever opens it gives the
 * focus to an item.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menubar/
 */
export function MenuList({ label, onPick, onLeave, className = '', children, ...menu }: MenuListProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const items = itemsOf(event.currentTarget);
    const next = itemByKey(event.key, items.indexOf(event.target as HTMLElement), items);
    if (event.key === 'Tab') return onLeave(event);
    if (event.key === 'Escape') onLeave(event);
    else if (next !== null) items[next]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div
      {...menu}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className={`${menuStyle} ${className}`}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (itemsOf(event.currentTarget).some((item) => item.contains(event.target as Node))) onPick?.();
      }}
    >
      {children}
    </div>
  );
}

interface MenuItemProps {
  /** Does its work; an item without it has an `href`. */
  onPick?: () => void;
  /** Where it leads. */
  href?: string;
  /** The keys that do the same without the menu. */
  keys?: string;
  /** `grave` for what cannot be undone. */
  tone?: 'normal' | 'grave';
  children: ReactNode;
}

/** Shows one action of a menu. */
export function MenuItem({ onPick, href, keys, tone, children }: MenuItemProps) {
  // Within reach of Tab, which leaves the menu: a menu that scrolls must have a part that takes the focus.
  const item = {
    role: 'menuitem',
    className: tone === 'grave' ? `text-accent ${menuItemStyle}` : menuItemStyle,
  };
  const content = (
    <>
      <span className="flex items-center gap-3">{children}</span>
      {keys && <kbd className={menuKeysStyle}>{keys}</kbd>}
    </>
  );
  if (href !== undefined)
    return (
      <a {...item} href={href}>
        {content}
      </a>
    );
  return (
    <button {...item} type="button" onClick={onPick}>
      {content}
    </button>
  );
}

/** Shows items of a menu that belong together, under a heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group within a menu is not a fieldset.
    <div role="group" aria-label={label}>
      <p
        aria-hidden="true"
        className="border-rule text-caption text-soft compact:px-2.5 mt-1.5 border-t px-3 pt-2 pb-1"
      >
        {label}
      </p>
      {children}
    </div>
  );
}

interface MenuButtonProps {
  /** Names the button and the menu. */
  label: string;
  /** What the button shows. */
  sign?: ReactNode;
  /** To which side the menu opens where the page is wide: to the left, unless the button is near that edge. */
  side?: 'left' | 'right';
  className?: string;
  /** Items and groups of items. */
  children: ReactNode;
}

/**
 * Shows a button that opens a menu under it; picking an item, Escape, or moving the focus away closes it.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export function MenuButton({ label, sign = '⋯', side = 'left', className = '', children }: MenuButtonProps) {
  const [opened, setOpened] = useState<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (opened)
      itemsOf(menu.current)
        .at(opened === 'last' ? -1 : 0)
        ?.focus();
  }, [opened]);
  const close = () => {
    button.current?.focus();
    setOpened(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches where the focus goes.
    <div
      className={`relative flex-none ${className}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpened(null);
      }}
    >
      <IconButton
        ref={button}
        label={label}
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        aria-controls={opened ? id : undefined}
        onClick={() => setOpened(opened ? null : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpened(event.key === 'ArrowUp' ? 'last' : 'first');
        }}
      >
        {sign}
      </IconButton>
      {opened && (
        <MenuList
          ref={menu}
          id={id}
          label={label}
          className={`absolute z-5 min-w-48 ${side === 'right' ? 'max-lg:right-0 lg:left-0' : 'right-0'}`}
          onPick={close}
          onLeave={close}
        >
          {children}
        </MenuList>
      )}
    </div>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
