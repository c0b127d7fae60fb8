import { cache } from 'react';
import { database } from '@/lib/next/database';
import { findPublishedPost } from '@/lib/posts/queries';

/** Finds the live post at `slug`, or null; read once per request, for the page and its metadata. */
export const requestPost = cache((slug: string) => findPublishedPost(database(), slug));
