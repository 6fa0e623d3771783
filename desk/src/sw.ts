/// <reference lib="webworker" />
// Keeps every file of the desk on the tablet from the first visit on, and the recordings of messages as the hub has them now.
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { answerAudio, freshenRecordings } from "./shell/kept_recordings";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: "index.html", ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();

const AUDIO = `${self.registration.scope}audio/`;

self.addEventListener("install", (event) => {
  event.waitUntil(freshenRecordings(AUDIO));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  if ((event.data as { type?: string } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { url } = event.request;
  if (url.startsWith(AUDIO)) event.respondWith(answerAudio(AUDIO, url));
});
