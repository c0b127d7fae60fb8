import { cache } from 'react';
import { database } from '@/lib/next/database';
import { findPublishedPost } from '@/lib/posts/queries';

/** The live post at `slug`, or null; read once a request, for the page and its head. */
export const requestPost = cache((slug: string) => findPublishedPost(database(), slug));
