import type { NextConfig } from 'next';

const config: NextConfig = {
  // Builds stand beside each other (`.builds/<hash>`), so that a failed one cannot harm the one in use.
  distDir: process.env.NEXT_BUILD_DIR || '.next',
  poweredByHeader: false,
  // Reader pages are compressed once, by the reader cache, and ask for no encoding here.
  compress: true,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'sharp', '@node-rs/argon2', 'linkedom'],
  // Every agent gets its metadata in the head: streamed metadata needs scripts, and readers have none.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // `npm test` checks types, with the tests; a second check would only make the first start slower.
  // Next rewrites a configuration of its own accord, but for one that extends another.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  devIndicators: false,
  // Loading every page takes a second of each start; the first visit of a page loads it in a moment.
  experimental: { preloadEntriesOnStart: false },
};

export default config;
