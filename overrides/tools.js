{#- One file a language beside its home page; the hooks write it. -#}
// Listen, Save and Remove, fetched when a reader presses one of them or has pages saved.
const PREFIX = "saved-";

const LIST = new URL("saved.json", import.meta.url);
const WORKER = new URL("{{ root }}sw.js", import.meta.url);
const WORDS = {{ words | tojson }};

async function boxes() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function fill(list) {
  const name = `${PREFIX}${list.locale}-${list.version}`;
  const box = await caches.open(name);
  try {
    // All or nothing: half a leaflet in flight mode is worse than knowing that there is none.
    await box.addAll(list.pages.map((page) => new Request(new URL(page, LIST), { cache: "reload", headers: { "x-newer": "1" } })));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  for (const old of await boxes()) if (old !== name && old.startsWith(`${PREFIX}${list.locale}-`)) await caches.delete(old);
}

async function fetched() {
  const answer = await fetch(LIST, { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

export async function save(tools) {
  say(tools, "busy");
  try {
    await navigator.serviceWorker.register(WORKER);
    await fill(await fetched());
    show(tools, true);
    say(tools, "done");
  } catch {
    if (!(await boxes()).length) await forget();
    say(tools, "failed");
  }
}

async function forget() {
  for (const name of await boxes()) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}

export async function remove(tools) {
  await forget();
  show(tools, false);
  say(tools, "removed");
}

// On every page of a reader who has saved: offer to remove, and take over what has changed since.
export async function refresh(tools) {
  const saved = await boxes();
  show(tools, saved.length > 0);
  if (!saved.length || !navigator.onLine) return;
  try {
    const list = await fetched();
    const mine = saved.filter((name) => name.startsWith(`${PREFIX}${list.locale}-`));
    if (mine.length && !mine.includes(`${PREFIX}${list.locale}-${list.version}`)) await fill(list);
  } catch {
    // No connection after all: what is saved stays.
  }
}

function show(tools, saved) {
  tools.querySelector("[data-tool=remove]").hidden = !saved;
}

function say(tools, state) {
  tools.querySelector("[role=status]").textContent = WORDS[state];
}

// Reading aloud: one utterance a block, in order, by a voice that works on the device itself.
export function listen(tools, button, voice) {
  if (speechSynthesis.speaking) return stop(button);
  const parts = document.querySelectorAll("main h1, .lead p, .key h2, .key li, .steps h3, .steps p, .steps li li, .now h2, .now p");
  const texts = [...parts].filter((part) => !part.closest("[hidden]")).map((part) => part.textContent.trim());
  texts.forEach((text, index) => {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = 0.9;
    if (index === texts.length - 1) spoken.onend = () => stop(button);
    speechSynthesis.speak(spoken);
  });
  button.setAttribute("aria-pressed", "true");
  button.lastElementChild.textContent = WORDS.stop;
}

function stop(button) {
  speechSynthesis.cancel();
  button.setAttribute("aria-pressed", "false");
  button.lastElementChild.textContent = WORDS.start;
}

const here = () => location.href.split("#")[0];

export async function copy(tools, button) {
  await navigator.clipboard.writeText(here());
  button.textContent = WORDS.copied;
}

export async function share() {
  // Only title and address: the title of a leaflet's tab is neutral. A reader who changes their mind is no error.
  await navigator.share({ title: document.title, url: here() }).catch(() => {});
}
