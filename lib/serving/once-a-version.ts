import { includeQueries, type QueryRecording, recordQueries } from '@/db/recorded-queries';
import type { Render, Rendered } from './render';

/** Renders a path at a content version. */
export type RenderAt = (path: string, version: number) => Promise<Rendered>;

interface Known {
  rendered: Rendered;
  recording: QueryRecording;
}

/**
 * Renders each path once per content version, for the few paths that are parts of many pages. The queries of a
 * path belong to each page that uses it.
 */
export function onceAVersion(render: Render): RenderAt {
  const known = new Map<string, Known>();
  let knownVersion = 0;
  return async (path, version) => {
    if (version !== knownVersion) known.clear();
    knownVersion = version;
    const last = known.get(path);
    if (last) {
      includeQueries(last.recording);
      return last.rendered;
    }
    const { value: rendered, recording } = await recordQueries(() => render(path));
    if (rendered.status < 500 && version === knownVersion) known.set(path, { rendered, recording });
    return rendered;
  };
}
