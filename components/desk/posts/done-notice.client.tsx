'use client';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { Done } from './use-bulk-actions';

interface Props {
  done: Done | null;
  isPending: boolean;
  onUndo: () => void;
  onDismiss: () => void;
}

/** Says what was done and offers to undo it. It stays until dismissed, so nobody has to be quick. */
export function DoneNotice({ done, isPending, onUndo, onDismiss }: Props) {
  const words = useDeskWords().common;
  return (
    <div className={done ? 'done-notice' : undefined}>
      <p role="status">{done?.text}</p>
      {done && done.undo.length > 0 && (
        <button type="button" className="quiet" disabled={isPending} onClick={onUndo}>
          {words.undo}
        </button>
      )}
      {done && (
        <button type="button" className="quiet" aria-label={words.close} onClick={onDismiss}>
          <span aria-hidden="true">×</span>
        </button>
      )}
    </div>
  );
}
