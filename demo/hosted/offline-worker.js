/**
 * The service worker of the hosted demo: after the first visit it opens and works without a network. The build puts it beside `index.html`
 * and fills in what to keep (`demo/dev-server/offline-files.ts`).
 */
const FILES = [];
/** Those of this folder: a server may have several demos. */
const CACHES = `vision-dropzone-demo-${self.registration.scope}-`;
const CACHE = `${CACHES}VERSION`;
/** Large files are kept when they were used. */
const LARGE = ["assets/", "samples/"].map((folder) => self.registration.scope + folder);

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(onlyThisCache().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? newest(request) : kept(request));
});

/** Past the HTTP cache, which may still have the files of the last build. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

async function onlyThisCache() {
  for (const name of await caches.keys()) if (name.startsWith(CACHES) && name !== CACHE) await caches.delete(name);
}

/** A page, from the network where there is one. */
async function newest(request) {
  try {
    return await fetch(request);
  } catch (cause) {
    // A folder stands for the page in it.
    const path = new URL(request.url).pathname.replace(/\/$/, "/index.html");
    const page = await caches.match(path, { cacheName: CACHE });
    if (page) return page;
    throw cause;
  }
}

/** As this build has it: another build has another cache. */
async function kept(request) {
  const known = await caches.match(request, { cacheName: CACHE });
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && LARGE.some((folder) => request.url.startsWith(folder))) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone()).catch(() => undefined);
  }
  return response;
}
