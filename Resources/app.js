// Comfort only: every page works without this file.
"use strict";

// Refresh in place: every N seconds the same page is asked for, and only its content is replaced.
const refresh = {
  seconds: Number(document.documentElement.dataset.refresh) || 0,
  etag: null,
  time: new Date(),
  busy: false,

  start() {
    setTimeout(() => this.tick(), Math.max(1, this.seconds || 30) * 1000);
  },

  // A form that is being filled in, an upload under way and a hidden page wait.
  mustWait() {
    const active = document.activeElement;
    const isTyping = active && active.matches("input:not([type=hidden]),select,textarea");
    return this.seconds === 0 || document.hidden || edited || uploading || isTyping || this.isReading();
  },

  // A stretch of a chart that is being chosen, and values that are read by keys.
  isReading: () => reader.start !== null || reader.byKeys,

  async tick() {
    if (!this.mustWait()) await this.load();
    showPulse();
    this.start();
  },

  // Somebody who wants the news gives up what was typed.
  now() {
    edited = false;
    document.activeElement?.blur();
    reader.hide();
    this.load();
  },

  async load() {
    if (this.busy) return;
    this.busy = true;
    try {
      const asked = location.href;
      const headers = this.etag ? { "If-None-Match": this.etag } : {};
      const answer = await fetch(asked, { headers, cache: "no-store", credentials: "same-origin" });
      const html = answer.ok ? await answer.text() : "";
      // Meanwhile a form may have been touched, or an upload may have led elsewhere.
      const isShown = html && asked === location.href && !this.mustWait();
      if (isShown) {
        this.etag = answer.headers.get("ETag");
        replaceContent(parsed(html));
      }
      if (isShown || answer.status === 304) this.time = new Date();
      showLost(!answer.ok && answer.status !== 304);
    } catch {
      showLost(true);
    }
    this.busy = false;
    showPulse();
  },
};

let edited = false;
let uploading = false;

function showLost(isLost) {
  const notice = document.querySelector(".notice.lost");
  if (notice) notice.hidden = !isLost;
}

// When the page was last up to date, or that it waits, with a way on.
function showPulse() {
  const place = document.querySelector(".pulse");
  if (!place) return;
  const waits = refresh.seconds > 0 && !uploading && !document.hidden && refresh.mustWait();
  const { updated, paused, reading, now } = place.dataset;
  place.hidden = refresh.seconds === 0;
  if (waits) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = now;
    button.addEventListener("click", () => refresh.now());
    place.replaceChildren(`${refresh.isReading() ? reading : paused} `, button);
  } else {
    place.textContent = `${updated} ${refresh.time.toLocaleTimeString(document.documentElement.lang, { hourCycle: "h23" })}`;
  }
}

// Where an element stands in its document, so that the same one is found after the change.
function placeOf(element) {
  const steps = [];
  for (let node = element; node && node !== document.body; node = node.parentElement) {
    if (node.id) {
      steps.unshift("#" + CSS.escape(node.id));
      break;
    }
    const index = [...node.parentElement.children].indexOf(node) + 1;
    steps.unshift(`${node.localName}:nth-child(${index})`);
  }
  return steps.join(">");
}

function parsed(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

function replaceContent(fresh) {
  const next = fresh.querySelector("main");
  const main = document.querySelector("main");
  if (!next || !main) return;
  const folds = [...main.querySelectorAll("details")].map((part) => [placeOf(part), part.open]);
  const scrolled = [...main.querySelectorAll(".scroll")]
    .filter((box) => box.scrollLeft || box.scrollTop)
    .map((box) => [placeOf(box), box.scrollLeft, box.scrollTop]);
  const active = document.activeElement;
  const focus = active && main.contains(active) ? placeOf(active) : null;
  const top = document.scrollingElement.scrollTop;

  main.replaceWith(next);
  for (const part of [".marks,.fresh", "footer"]) {
    const old = document.querySelector(part);
    const new_ = fresh.querySelector(part);
    if (old && new_) old.replaceWith(new_);
  }
  adopt(fresh);

  for (const [place, isOpen] of folds) {
    const details = document.querySelector(place);
    if (details && details.localName === "details") details.open = isOpen;
  }
  for (const [place, left, down] of scrolled) {
    const box = document.querySelector(place);
    if (box) box.scrollTo(left, down);
  }
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
  document.scrollingElement.scrollTop = top;
}

// The page that a form led to, header and all: its links name another data set.
function showPage(fresh, address) {
  if (address !== location.href) history.pushState(null, "", address);
  shown = pageAddress();
  document.body.replaceWith(fresh.body);
  adopt(fresh);
  refresh.etag = null;
  document.scrollingElement.scrollTop = 0;
  document.querySelector("main")?.focus({ preventScroll: true });
}

function adopt(fresh) {
  document.title = fresh.title;
  Object.assign(document.documentElement.dataset, fresh.documentElement.dataset);
  refresh.seconds = Number(fresh.documentElement.dataset.refresh) || 0;
  edited = false;
  refresh.time = new Date();
  showPulse();
  reader.hide();
  reader.prepare();
}

// Upload: files may be dropped anywhere on its page, and a bar shows how far they are.
function dropBox(event) {
  const hasFiles = event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  return hasFiles ? document.querySelector("form.upload .drop") : null;
}

function dragOver(event) {
  const box = dropBox(event);
  if (!box) return;
  event.preventDefault();
  box.classList.add("over");
}

function dropFiles(event) {
  const box = dropBox(event);
  if (!box) return;
  event.preventDefault();
  box.classList.remove("over");
  if (uploading || !event.dataTransfer.files.length) return;
  box.querySelector("input[type=file]").files = event.dataTransfer.files;
  // Files set by a script make no `input` event.
  edited = true;
}

function send(form, pressed) {
  const box = form.querySelector(".progress");
  const bar = box.querySelector("progress");
  const text = box.querySelector("span");
  const buttons = form.querySelectorAll("[type=submit]");
  const setDisabled = (isDisabled) => buttons.forEach((button) => (button.disabled = isDisabled));
  const word = bar.getAttribute("aria-label");
  const request = new XMLHttpRequest();
  const finish = () => {
    uploading = false;
    box.hidden = true;
    setDisabled(false);
    (pressed || buttons[0]).focus();
  };
  request.upload.onprogress = (event) => {
    if (!event.lengthComputable) return;
    bar.value = event.loaded / event.total;
    text.textContent = `${word} ${Math.floor(bar.value * 100)} %`;
  };
  request.onload = () => {
    finish();
    const fresh = parsed(request.responseText);
    if (request.status >= 400) refuse(form, fresh);
    else showPage(fresh, request.responseURL || location.href);
  };
  request.onerror = () => {
    finish();
    showLost(true);
  };
  request.onabort = finish;
  box.querySelector("button").onclick = () => request.abort();
  bar.value = 0;
  text.textContent = word;
  box.hidden = false;
  uploading = true;
  const content = new FormData(form);
  // What is wanted of the files is told by the button.
  if (pressed?.name) content.append(pressed.name, pressed.value);
  setDisabled(true);
  form.querySelector(".refused")?.remove();
  request.open("POST", form.action);
  request.send(content);
}

// Why nothing was stored, above the form, which stays as it is filled in.
function refuse(form, fresh) {
  const notice = document.createElement("p");
  notice.className = "notice refused";
  notice.setAttribute("role", "alert");
  notice.append(...(fresh.querySelector(".lead .a")?.childNodes ?? []));
  form.prepend(notice);
}

// Moving within the page is no reason to ask for it again.
const pageAddress = () => location.pathname + location.search;
let shown = pageAddress();

addEventListener("input", (event) => {
  if (event.target.closest("form")) edited = true;
});
addEventListener("reset", () => (edited = false));
addEventListener("submit", (event) => {
  if (!event.target.matches("form.upload")) return;
  event.preventDefault();
  if (!uploading) send(event.target, event.submitter);
});
addEventListener("dragenter", dragOver);
addEventListener("dragover", dragOver);
addEventListener("dragleave", (event) => {
  // Into a child is not out of the window.
  if (!event.relatedTarget) dropBox(event)?.classList.remove("over");
});
addEventListener("drop", dropFiles);
addEventListener("beforeunload", (event) => {
  if (uploading) event.preventDefault();
});
addEventListener("popstate", () => {
  if (pageAddress() !== shown) location.reload();
});
// A page that comes back shows what its address asks for, not what was chosen on the way out.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[method=get]")) form.reset();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && refresh.seconds > 0 && !refresh.mustWait()) refresh.load();
});
showPulse();
refresh.start();
