import type { NextConfig } from 'next';

const config: NextConfig = {
  // A build never touches what is being served: a release (`.builds/<hash>`) is assembled from it.
  distDir: process.env.NEXT_BUILD_DIR || '.next',
  output: 'standalone',
  generateBuildId: () => process.env.BUILD_ID ?? null,
  outputFileTracingRoot: import.meta.dirname,
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
  experimental: {
    preloadEntriesOnStart: false,
    // Both cost a small machine 300 MiB while it builds, and a build from scratch is no slower without.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
    serverSourceMaps: false,
  },
};

export default config;
