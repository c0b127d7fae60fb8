import type { NextConfig } from 'next';

const config: NextConfig = {
  // A build never changes what is being served: a release (`.builds/<hash>`) is assembled from it.
  distDir: process.env.NEXT_BUILD_DIR || '.next',
  output: 'standalone',
  generateBuildId: () => process.env.BUILD_ID ?? null,
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // The reader cache compresses reader pages once, and requests them from Next without compression.
  compress: true,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'sharp', '@node-rs/argon2', 'linkedom'],
  // Every agent gets its metadata in the head: streamed metadata needs scripts, and reader pages have none.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // `npm test` checks types, including the tests; a second check would only slow down the first start. Next
  // rewrites a configuration file by itself, except one that extends another.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  devIndicators: false,
  // Loading every page takes a second of each start; the first visit to a page loads it in a moment.
  experimental: {
    preloadEntriesOnStart: false,
    // Both cost a small machine 300 MiB during a build, and a build from scratch is no slower without them.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
    serverSourceMaps: false,
  },
};

export default config;
