import { resolve } from 'node:path';
import { z } from 'zod';

const PORT = 'PORT must be a whole number from 1 to 65535.';
const ADDRESS = 'must be a full address such as https://example.org';

const Settings = z.object({
  PORT: z.coerce.number(PORT).int(PORT).min(1, PORT).max(65_535, PORT).default(3000),
  HOST: z.string().optional(),
  SITE_URL: z.string().refine(isWebAddress, `SITE_URL ${ADDRESS}.`).optional(),
  DATA_DIR: z.string().default('./data'),
  TRUST_PROXY: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false', '1', '0', 'yes', 'no'], 'TRUST_PROXY must be true or false.'))
    .default('false'),
  EDGE_PURGE_URLS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((urls) => urls.every(isWebAddress), `Every one of EDGE_PURGE_URLS ${ADDRESS}/purge.`),
});

/** What the operator decides, read from the environment of the process. */
export interface Environment {
  port: number;
  /** The network address to listen at; every one of the machine's when undefined. */
  host: string | undefined;
  /** The public address, without a trailing slash: the root of every absolute URL. */
  siteUrl: string;
  /** Absolute path of the one folder to back up. */
  dataDir: string;
  /** Whether a proxy of the operator's stands before us, so that `X-Forwarded-For` is to be believed. */
  trustProxy: boolean;
  /** Where edges take requests to purge; empty when there is no edge. */
  edgePurgeUrls: string[];
}

/** A setting has a wrong value; the message is a sentence for the operator. */
export class WrongSetting extends Error {
  override name = 'WrongSetting';
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

let known: Environment | undefined;

/**
 * The settings of this process, parsed at the first call.
 * @throws WrongSetting when a value cannot be right.
 */
export function environment(): Environment {
  known ??= parseEnvironment(process.env);
  return known;
}

/**
 * Settings from variables; an empty variable counts as absent.
 * @throws WrongSetting with one sentence for each wrong value.
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const result = Settings.safeParse(given);
  if (!result.success)
    throw new WrongSetting([...new Set(result.error.issues.map((issue) => issue.message))].join(' '));
  const settings = result.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    siteUrl: (settings.SITE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    dataDir: resolve(settings.DATA_DIR),
    trustProxy: ['true', '1', 'yes'].includes(settings.TRUST_PROXY),
    edgePurgeUrls: settings.EDGE_PURGE_URLS,
  };
}

function isWebAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
}
