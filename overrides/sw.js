// Registered only when a reader presses Save. It answers with the saved pages, in flight mode too, and keeps nothing by
// itself: tools.js fills the caches, replaces them when the site has a newer version, and removes them.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  // With this header tools.js asks for newer copies: answered from the old ones, they would stay old for ever.
  if (request.method !== "GET" || request.headers.has("x-newer") || new URL(request.url).origin !== location.origin) return;
  event.respondWith(caches.match(request, { ignoreSearch: true }).then((saved) => saved || fetch(request)));
});
