'use client';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Toast } from '@/components/desk/ui/toast';
import type { Done } from './use-bulk-actions';

interface Props {
  done: Done | null;
  isPending: boolean;
  onUndo: () => void;
  onDismiss: () => void;
  /** Whether something else is shown in its place. */
  isHidden: boolean;
}

/** Says what was done and offers to undo it. */
export function DoneNotice({ done, isPending, onUndo, onDismiss, isHidden }: Props) {
  const words = useDeskWords().common;
  return (
    <Toast text={done?.text} close={words.close} onClose={onDismiss} isHidden={isHidden}>
      {done && done.undo.length > 0 && (
        <Button kind="tinted" disabled={isPending} onClick={onUndo}>
          {words.undo}
        </Button>
      )}
    </Toast>
  );
}
