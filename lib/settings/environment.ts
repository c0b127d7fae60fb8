import { resolve } from 'node:path';
import { z } from 'zod';
import { withoutEnding } from '@/lib/language/without-ending';
import { defaultDataDir } from './default-data-dir';
import { WrongSetting } from './wrong-setting';

const PORT = 'PORT must be a whole number from 1 to 65535.';
const fullAddress = (example: string) =>
  `must be a full address such as ${example}, with no user name, query or “#”.`;

const Settings = z.object({
  PORT: z.coerce.number(PORT).int(PORT).min(1, PORT).max(65_535, PORT).default(3000),
  HOST: z.string().optional(),
  SITE_URL: z
    .string()
    .trim()
    .refine(isWebAddress, { error: `SITE_URL ${fullAddress('https://example.org')}`, abort: true })
    .refine(
      isRoot,
      'SITE_URL must have no path, as in https://example.org. The publication is at the root of its address.',
    )
    .optional(),
  DATA_DIR: z.string().optional(),
  TRUST_PROXY: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false', '1', '0', 'yes', 'no'], 'TRUST_PROXY must be true or false.'))
    .default('false'),
  EDGE_PURGE_URLS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine(
      (urls) => urls.every(isWebAddress),
      `Each address in EDGE_PURGE_URLS ${fullAddress('https://example.org/purge')}`,
    ),
  OUTGOING_PROXY: z
    .string()
    .trim()
    .refine(
      isProxyAddress,
      'OUTGOING_PROXY must be the address of a proxy such as socks5://127.0.0.1:9050 or http://127.0.0.1:3128.',
    )
    .optional(),
  DESIGN_PAGE: z.enum(['on', 'off'], 'DESIGN_PAGE must be on or off.').default('off'),
});

/** The operator's settings, read from the environment of the process. */
export interface Environment {
  port: number;
  /** The network address to listen on; all addresses of the machine when undefined. */
  host: string | undefined;
  /** The public address, without a trailing slash: the root of every absolute URL. */
  siteUrl: string;
  /** Absolute path of the one folder to back up. */
  dataDir: string;
  /** Whether the operator named that folder. */
  isDataDirSet: boolean;
  /** Absolute path of the program: a clone, or an unpacked archive. */
  programFolder: string;
  /**
   * Whether a proxy of the operator's is in front of the server, so that `X-Forwarded-For` can be trusted.
   */
  trustProxy: boolean;
  /** Where edges accept purge requests; empty when there is no edge. */
  edgePurgeUrls: string[];
  /** The proxy through which everything is requested from other machines, or null. */
  outgoingProxy: string | null;
  /** Whether `/admin/design` answers, which it otherwise does only in development. For tools, not for operators. */
  hasDesignPage: boolean;
}

/** What relative and missing paths are resolved against. */
interface Places {
  /** Where the process was started. */
  workingFolder: string;
  /** The program's folder. */
  programFolder: string;
  /** The data folder when none is named. */
  findDataDir?: (programFolder: string) => string;
}

/** Pages and server are bundled separately and share no modules, but they are one process. */
const shared = globalThis as typeof globalThis & { broadsideSettings?: Environment };

/** Shares these settings with every part of this process. */
export function shareSettings(settings: Environment): void {
  shared.broadsideSettings = settings;
}

/** Returns the settings of this process, as `readSettings` found them at its start. */
export function environment(): Environment {
  if (!shared.broadsideSettings)
    throw new Error('A process must call readSettings() before it asks for a setting.');
  return shared.broadsideSettings;
}

/**
 * Parses settings from variables; an empty variable counts as absent.
 * @throws WrongSetting with one sentence for each wrong value.
 */
export function parseEnvironment(
  variables: Record<string, string | undefined>,
  places: Places = { workingFolder: process.cwd(), programFolder: process.cwd() },
): Environment {
  const { workingFolder, programFolder, findDataDir = (folder) => defaultDataDir(folder, true) } = places;
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const result = Settings.safeParse(given);
  if (!result.success)
    throw new WrongSetting([...new Set(result.error.issues.map((issue) => issue.message))].join(' '));
  const settings = result.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    siteUrl: withoutEnding(settings.SITE_URL ?? `http://localhost:${settings.PORT}`, '/'),
    dataDir: settings.DATA_DIR ? resolve(workingFolder, settings.DATA_DIR) : findDataDir(programFolder),
    isDataDirSet: settings.DATA_DIR !== undefined,
    programFolder,
    trustProxy: ['true', '1', 'yes'].includes(settings.TRUST_PROXY),
    edgePurgeUrls: settings.EDGE_PURGE_URLS,
    outgoingProxy: settings.OUTGOING_PROXY ?? null,
    hasDesignPage: settings.DESIGN_PAGE === 'on',
  };
}

/**
 * Returns every setting empty, which means its default whatever `.env` says: for publications that a tool or
 * a test starts alongside the operator's own.
 */
export function defaultSettings(): Record<string, ''> {
  return Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, '']));
}

/**
 * Returns whether an address is usable. One with a user name and a passphrase in it cannot be requested, and
 * would be printed in every link.
 */
function isWebAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return ![url.search, url.hash, url.username, url.password].some(Boolean);
}

function isProxyAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:', 'socks5:'].includes(new URL(address).protocol);
}

function isRoot(address: string): boolean {
  return /^\/*$/.test(new URL(address).pathname);
}
