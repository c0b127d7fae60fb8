'use server';
import { z } from 'zod';
import { action } from '@/lib/next/action';
import { reschedulePost } from '@/lib/posts/commands/schedule-post';
import { Instant } from '../../instant';

const Move = z.object({ postId: z.number().int(), from: Instant, at: Instant });

export const move = action(Move, reschedulePost, { refreshes: '/admin/calendar' });
