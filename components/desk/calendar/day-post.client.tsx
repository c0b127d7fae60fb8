'use client';
import { Badge, STATUS_TONES } from '@/components/desk/ui/badge';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { MenuButton, MenuItem } from '@/components/desk/ui/menu.client';
import { fill } from '@/lib/language/fill';
import type { CalendarPost } from './calendar-types';

interface Props {
  post: CalendarPost;
  menuSide: 'left' | 'right';
  /** Called when the post begins to be dragged, and with null when that ends. */
  onDrag: (post: CalendarPost | null) => void;
  /** Moves it by so many days. */
  onShift: (days: number) => void;
  onAsk: () => void;
}

/** Shows a post on its day. One that can be moved is dragged, or moved by its menu. */
export function DayPost({ post, menuSide, onDrag, onShift, onAsk }: Props) {
  const words = useDeskWords().posts;
  const { headline, movableAt } = post;
  const isMovable = movableAt !== null;
  return (
    <div className="relative min-w-0">
      <a
        href={post.href}
        data-post={post.id}
        // A link can be dragged by itself, so a post that stays says no.
        draggable={isMovable}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          onDrag(post);
        }}
        onDragEnd={() => onDrag(null)}
        className="text-small grid min-w-0 grid-cols-1 gap-0.5 leading-snug hover:underline"
      >
        <span
          className={`flex flex-wrap items-center gap-x-2 whitespace-nowrap ${isMovable ? 'max-lg:pr-10' : ''}`}
        >
          <span className={`text-soft tabular-nums ${isMovable ? 'lg:w-full lg:pr-10' : ''}`}>
            {post.time}
          </span>
          <Badge tone={STATUS_TONES[post.status]}>{post.statusWords}</Badge>
        </span>
        <span lang={post.lang} className="wrap-anywhere">
          {headline}
        </span>
      </a>
      {isMovable && (
        <div className="absolute -top-1.5 -right-2">
          <MenuButton label={fill(words.moveMenu, { headline })} side={menuSide}>
            <MenuItem onPick={onAsk}>{words.moveTo}</MenuItem>
            <MenuItem onPick={() => onShift(-1)}>{words.dayEarlier}</MenuItem>
            <MenuItem onPick={() => onShift(1)}>{words.dayLater}</MenuItem>
          </MenuButton>
        </div>
      )}
    </div>
  );
}
