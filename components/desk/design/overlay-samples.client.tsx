'use client';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Dialog, DialogActions, DialogHead, DialogHeading } from '@/components/desk/ui/dialog.client';
import { MenuButton, MenuGroup, MenuItem, MenuList } from '@/components/desk/ui/menu.client';
import { Toast } from '@/components/desk/ui/toast';
import { fill } from '@/lib/language/fill';

const SIZES = ['normal', 'medium', 'wide', 'wider', 'full'] as const;
type Size = (typeof SIZES)[number];

/** Shows buttons that open a dialog of each size, and one that must be answered. */
export function DialogSamples() {
  const { common, saving } = useDeskWords();
  const [opened, setOpened] = useState<Size | 'required' | null>(null);
  const close = () => setOpened(null);
  return (
    <>
      {[...SIZES, 'required' as const].map((size) => (
        <Button key={size} lang="en" onClick={() => setOpened(size)}>
          {size}
        </Button>
      ))}
      {opened === 'required' && (
        <Dialog isRequired>
          <DialogHeading>{saving.conflictHeading}</DialogHeading>
          <p className="mt-2 mb-4">{saving.conflictText}</p>
          <DialogActions>
            <Button kind="main" onClick={close}>
              {saving.keepMine}
            </Button>
            <Button onClick={close}>{saving.loadTheirs}</Button>
          </DialogActions>
        </Dialog>
      )}
      {opened && opened !== 'required' && (
        <Dialog size={opened} onClose={close}>
          <DialogHead close={common.close}>{saving.conflictHeading}</DialogHead>
          <p className={opened === 'full' ? 'px-4' : 'mt-2'}>{saving.conflictText}</p>
        </Dialog>
      )}
    </>
  );
}

/** Shows a button that opens a menu, and a menu that is open. */
export function MenuSamples() {
  const words = useDeskWords();
  const items = (
    <>
      <MenuItem href="#design">{words.posts.view}</MenuItem>
      <MenuItem keys="Alt+Shift+↑" onPick={() => undefined}>
        {words.editor.moveUp}
      </MenuItem>
      <MenuItem onPick={() => undefined}>{words.editor.duplicate}</MenuItem>
      <MenuGroup label={words.editor.turnInto}>
        <MenuItem onPick={() => undefined}>{words.blocks.quote}</MenuItem>
      </MenuGroup>
    </>
  );
  return (
    <>
      <MenuButton label={words.editor.blockMenu}>{items}</MenuButton>
      <MenuList label={words.editor.blockMenu} onLeave={() => undefined} className="w-76 max-w-full">
        {items}
      </MenuList>
    </>
  );
}

/** Shows a toast; dismissed, it comes back by a button. */
export function ToastSample() {
  const { posts, common } = useDeskWords();
  const [isDone, setDone] = useState(true);
  return (
    <div className="w-full">
      <Toast
        text={isDone ? fill(posts.didBin, { count: 3 }) : undefined}
        close={common.close}
        onClose={() => setDone(false)}
      >
        <Button kind="tinted">{common.undo}</Button>
      </Toast>
      {!isDone && <Button onClick={() => setDone(true)}>{posts.toBin}</Button>}
    </div>
  );
}
