import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DeskWordsProvider } from '@/components/desk/ui/desk-words.client';
import type { TroubledJob } from '@/lib/jobs/troubled-jobs';
import { deskStringsFor } from '@/lib/language/strings';
