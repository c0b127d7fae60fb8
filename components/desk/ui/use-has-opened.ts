'use client';
import { type SyntheticEvent, useState } from 'react';

/** Follows a `<details>`: whether it has ever been open, for content that costs too much before anyone asks for it. */
export function useHasOpened() {
  const [hasOpened, setOpened] = useState(false);
  const onToggle = ({ currentTarget }: SyntheticEvent<HTMLDetailsElement>) => {
    if (currentTarget.open) setOpened(true);
  };
  return { hasOpened, onToggle };
}
