/**
 * The service worker of the hosted demo: after the first visit it opens and works without a network. The build puts it beside `index.html`
 * and fills in what to keep (`demo/dev-server/offline-files.ts`).
 */
const FILES = [];
const CACHE = "vision-dropzone-demo-VERSION";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(onlyThisCache().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? newest(request) : kept(request));
});

async function onlyThisCache() {
  for (const name of await caches.keys())
    if (name.startsWith("vision-dropzone-demo-") && name !== CACHE) await caches.delete(name);
}

/** A page, from the network where there is one. */
async function newest(request) {
  try {
    return await fetch(request);
  } catch (cause) {
    // A folder stands for the page in it.
    const path = new URL(request.url).pathname.replace(/\/$/, "/index.html");
    const page = await caches.match(path);
    if (page) return page;
    throw cause;
  }
}

/** A file of this build: its name changes with what is in it. Larger ones are kept when they were used. */
async function kept(request) {
  const known = await caches.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && /\/(assets|samples)\//.test(request.url)) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone()).catch(() => undefined);
  }
  return response;
}
