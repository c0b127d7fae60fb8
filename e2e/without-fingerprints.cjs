// Loaded before a server: it records no queries, so after every change it renders all pages again.
globalThis.broadsideRecordings = {
  storage: { run: (_recording, work) => work(), getStore: () => null },
  underWay: new Set(),
};
