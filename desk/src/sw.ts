/// <reference lib="webworker" />
// Keeps every file of the desk on the tablet from the first visit on; recordings that a team replaces are fetched again when there is a network.
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

const RECORDINGS = "akeyi-recordings";
const LANGUAGES = ["ht", "fr", "es", "en"];
const MESSAGES = ["welcome", "notice"];

precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: "index.html", ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

self.addEventListener("install", (event) => {
  const files = MESSAGES.flatMap((message) =>
    LANGUAGES.map((l) => `${self.registration.scope}audio/${message}.${l}.mp3`),
  );
  event.waitUntil(
    caches.open(RECORDINGS).then((cache) =>
      // A missing recording must not keep the desk from being installed.
      Promise.all(files.map((file) => cache.add(file).catch(() => undefined))),
    ),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  if ((event.data as { type?: string } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

async function recording(request: Request): Promise<Response> {
  const cache = await caches.open(RECORDINGS);
  const kept = await cache.match(request.url);
  // Asked without the range that players send: a part of a file cannot be kept.
  const fresh = fetch(request.url)
    .then(async (response) => {
      if (response.ok) await cache.put(request.url, response.clone());
      return response;
    })
    .catch(() => Response.error());
  return kept ?? fresh;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin === self.location.origin && url.pathname.includes("/desk/audio/")) {
    event.respondWith(recording(event.request));
  }
});
