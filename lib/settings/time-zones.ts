/**
 * The current names of zones that ICU, and so Node and Chromium, still report by an older spelling (CLDR
 * never changes an identifier). The same 19 on Node 22, 24 and 26; an Intl that reports current names needs
 * no change.
 * @see https://data.iana.org/time-zones/tzdb/backward
 */
const CURRENT_NAMES: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

let listed: Set<string> | undefined;

/** Lists every time zone that this runtime knows, each once and in its current spelling, and UTC. */
export function listTimeZones(): string[] {
  return [...allTimeZones()];
}

/**
 * Returns a zone's current name, for any of its names: `Asia/Calcutta` is `Asia/Kolkata`, `Etc/UTC` is `UTC`.
 * @returns null when no zone has that name.
 */
export function currentTimeZone(name: string): string | null {
  if (allTimeZones().has(name)) return name;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return CURRENT_NAMES[timeZone] ?? timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Returns the zone of this machine, or of the person's device when this runs in a browser. */
export function machineTimeZone(): string {
  return currentTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';
}

function allTimeZones(): Set<string> {
  listed ??= new Set(
    ['UTC', ...Intl.supportedValuesOf('timeZone').map((zone) => CURRENT_NAMES[zone] ?? zone)].sort(),
  );
  return listed;
}
