// Comfort only: every page works without this file.
"use strict";

// Refresh in place: every N seconds the same page is asked for, and only its content is replaced.
const refresh = {
  seconds: Number(document.documentElement.dataset.refresh) || 0,
  etag: null,
  busy: false,

  start() {
    setTimeout(() => this.tick(), Math.max(1, this.seconds || 30) * 1000);
  },

  // A form that is being filled in, an upload under way and a hidden page wait.
  mustWait() {
    const active = document.activeElement;
    const isTyping = active && active.matches("input:not([type=hidden]),select,textarea");
    return this.seconds === 0 || document.hidden || edited || uploading || isTyping;
  },

  async tick() {
    if (!this.mustWait()) await this.load();
    this.start();
  },

  async load() {
    if (this.busy) return;
    this.busy = true;
    try {
      const headers = this.etag ? { "If-None-Match": this.etag } : {};
      const answer = await fetch(location.href, { headers, cache: "no-store", credentials: "same-origin" });
      if (answer.status !== 304 && answer.ok && !this.mustWait()) {
        this.etag = answer.headers.get("ETag");
        replacePage(await answer.text());
      }
      showLost(!answer.ok && answer.status !== 304);
    } catch {
      showLost(true);
    }
    this.busy = false;
  },
};

let edited = false;
let uploading = false;

function showLost(isLost) {
  const notice = document.querySelector(".notice.lost");
  if (notice) notice.hidden = !isLost;
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

function replacePage(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const next = fresh.querySelector("main");
  const main = document.querySelector("main");
  if (!next || !main) return;
  const open = [...main.querySelectorAll("details[open]")].map(placeOf);
  const scrolled = [...main.querySelectorAll(".scroll")]
    .filter((box) => box.scrollLeft || box.scrollTop)
    .map((box) => [placeOf(box), box.scrollLeft, box.scrollTop]);
  const active = document.activeElement;
  const focus = active && main.contains(active) && active !== main ? placeOf(active) : null;
  const top = document.scrollingElement.scrollTop;

  main.replaceWith(next);
  for (const part of [".fresh", "footer"]) {
    const old = document.querySelector(part);
    const new_ = fresh.querySelector(part);
    if (old && new_) old.replaceWith(new_);
  }
  document.title = fresh.title;
  refresh.seconds = Number(fresh.documentElement.dataset.refresh) || 0;

  for (const place of open) {
    const details = document.querySelector(place);
    if (details && details.localName === "details") details.open = true;
  }
  for (const [place, left, down] of scrolled) {
    const box = document.querySelector(place);
    if (box) box.scrollTo(left, down);
  }
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
  document.scrollingElement.scrollTop = top;
  edited = false;
  enhanceUpload();
}

// Upload: files may be dropped, and a bar shows how far they are.
function enhanceUpload() {
  const form = document.querySelector("form.upload");
  if (!form) return;
  const drop = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const box = form.querySelector(".progress");
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, () => drop.classList.remove("over"));
  }
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, box);
  });
}

function send(form, box) {
  const bar = box.querySelector("progress");
  const text = box.querySelector("span");
  const word = bar.getAttribute("aria-label");
  const request = new XMLHttpRequest();
  const finish = () => {
    uploading = false;
    box.hidden = true;
  };
  request.upload.onprogress = (event) => {
    if (!event.lengthComputable) return;
    bar.value = event.loaded / event.total;
    text.textContent = `${word} ${Math.floor(bar.value * 100)} %`;
  };
  request.onload = () => {
    finish();
    edited = false;
    if (request.responseURL) history.pushState(null, "", request.responseURL);
    replacePage(request.responseText);
    refresh.etag = null;
    document.scrollingElement.scrollTop = 0;
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
  request.open("POST", form.action);
  request.send(new FormData(form));
}

addEventListener("input", (event) => {
  if (event.target.closest("form")) edited = true;
});
addEventListener("reset", () => (edited = false));
addEventListener("popstate", () => location.reload());
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && refresh.seconds > 0 && !refresh.mustWait()) refresh.load();
});
enhanceUpload();
refresh.start();
