import type { NextConfig } from 'next';

const config: NextConfig = {
  // A build never changes what is being served: a release (`.builds/<hash>`) is assembled from it.
  distDir: process.env.NEXT_BUILD_DIR || '.next',
  output: 'standalone',
  generateBuildId: () => process.env.BUILD_ID ?? null,
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // The reader cache compresses reader pages once; Next gets no encoding requests for them.
  compress: true,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'sharp', '@node-rs/argon2', 'linkedom', 'piscina', 'exifreader'],
  // Every client gets its metadata in the head: streamed metadata needs scripts, and reader pages have none.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // `npm test` checks types, including those of tests; a second check would only make the first start slower.
  // Next rewrites a TypeScript configuration unless it extends another one.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  devIndicators: false,
  // Loading all pages would take a second of each start; the first visit loads a page in a moment.
  experimental: {
    preloadEntriesOnStart: false,
    // Both cost a small machine 300 MiB during a build, and a clean build is no slower without them.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
    serverSourceMaps: false,
  },
};

export default config;
