// Read-out: what a chart says under the pointer, or at the place that the arrow keys chose; and a
// stretch of its axis that is dragged over, or the surroundings of a shaded one that is clicked,
// become the period of the page. Sent before app.js, as one file with it.
"use strict";

const reader = {
  plot: null,
  at: null, // what is read, on the axis
  start: null, // where a selection began
  pressed: null, // where the pointer went down, in pixels of the window
  byKeys: false,
  boxes: new WeakMap(),
  lines: new WeakMap(),

  plotOf: (target) => target.closest?.(".plot[data-axis]"),

  // The drawing that is shown, and how its pixels lie on the page.
  drawing(plot) {
    const svg = [...plot.querySelectorAll(":scope>svg[data-x]")].find((svg) => svg.clientWidth > 0);
    if (!svg) return null;
    const [low, left, high, right, top, bottom] = svg.dataset.x.split(" ").map(Number);
    const box = svg.getBoundingClientRect();
    const frame = plot.getBoundingClientRect();
    const unit = box.width / svg.viewBox.baseVal.width;
    const place = (x) => low + ((x - left) / (right - left)) * (high - low);
    const pixel = (place) => left + ((place - low) / (high - low)) * (right - left);
    return {
      svg, low, high, unit, pixel, at: place,
      place: (clientX) => {
        const x = (clientX - box.left) / unit;
        return x < left - 6 || x > right + 6 ? null : place(Math.min(right, Math.max(left, x)));
      },
      across: (place) => box.left - frame.left + pixel(place) * unit,
      top: box.top - frame.top + top * unit,
      height: (bottom - top) * unit,
    };
  },

  // Groups of lines that share their places.
  groups(plot) {
    if (!this.lines.has(plot)) {
      const groups = (plot.dataset.lines ?? "").split("\n\n").filter(Boolean).map((text) => {
        const [head, ...rest] = text.split("\n");
        const places = head.split(" ").map((place) => place.split("~").map(Number));
        const lines = [];
        for (let i = 0; i + 1 < rest.length; i += 2) lines.push([rest[i], rest[i + 1].split(" ")]);
        return { places: places.map((place) => place[0]), stretches: places, lines };
      });
      this.lines.set(plot, groups);
    }
    return this.lines.get(plot);
  },

  // Marks that say something, with the pixels they stand on.
  marks(svg) {
    if (!this.boxes.has(svg)) {
      const marks = [...svg.querySelectorAll(":scope *>title")].map((title) => {
        const box = title.parentElement.getBBox();
        return { from: box.x - 1, to: box.x + box.width + 1, text: title.textContent };
      });
      this.boxes.set(svg, marks);
    }
    return this.boxes.get(svg);
  },

  // Where the nearest value of any line stands.
  nearest(plot, at) {
    const places = this.groups(plot).flatMap((group) => group.places);
    return places.reduce((best, place) =>
      Math.abs(place - at) < Math.abs(best - at) ? place : best, places[0] ?? at);
  },

  // The stretch that the values at a place are of, or the place alone.
  stretch(plot, at) {
    const found = this.groups(plot).flatMap((group) => group.stretches)
      .find((place) => place[0] === at);
    return found?.length === 3 ? found.slice(1) : [at];
  },

  words(plot, at, target) {
    const values = this.groups(plot).flatMap((group) => {
      const index = group.places.indexOf(at);
      if (index < 0) return [];
      return group.lines.map(([label, values]) => `${label} ${figure(values[index])}`.trim());
    });
    const own = target?.closest("svg *:has(>title)")?.querySelector(":scope>title")?.textContent;
    if (own || values.length) return own ? [...values, own] : values;
    const drawing = this.drawing(plot);
    const x = drawing?.pixel(at);
    const marks = drawing ? this.marks(drawing.svg).filter((m) => m.from <= x && x <= m.to) : [];
    // Maps have a mark in every row: only the one under the pointer speaks.
    return [...new Set(marks.length > 6 ? [] : marks.map((mark) => mark.text))];
  },

  part(plot, name) {
    let part = plot.querySelector(":scope>." + name);
    if (!part) {
      part = document.createElement("div");
      part.className = name;
      plot.append(part);
    }
    return part;
  },

  show(plot, at, target) {
    const drawing = this.drawing(plot);
    if (!drawing || at === null) return this.hide();
    if (this.plot && this.plot !== plot) this.hide();
    const exact = this.start === null ? this.nearest(plot, at) : at;
    [this.plot, this.at] = [plot, at];
    const from = Math.min(this.start ?? exact, exact);
    const to = Math.max(this.start ?? exact, exact);
    const [first, last] = [drawing.across(from), drawing.across(to)];
    const hair = this.part(plot, "hair");
    hair.classList.toggle("wide", this.start !== null);
    Object.assign(hair.style, {
      left: `${first}px`, width: `${Math.max(1, last - first)}px`,
      top: `${drawing.top}px`, height: `${drawing.height}px`,
    });
    const box = this.part(plot, "read");
    const head = document.createElement("b");
    const ends = this.start === null ? this.stretch(plot, exact) : period(plot, from, to);
    head.textContent = ends.map((place) => named(plot, place)).join(" – ");
    const rows = this.start === null ? this.words(plot, exact, target).slice(0, 14) : [];
    box.replaceChildren(head, ...rows.map((text) => {
      const row = document.createElement("span");
      row.textContent = text;
      return row;
    }));
    const isRight = last > plot.clientWidth / 2;
    Object.assign(box.style, {
      left: isRight ? "auto" : `${last + 10}px`,
      right: isRight ? `${plot.clientWidth - first + 10}px` : "auto",
      top: `${drawing.top}px`,
    });
  },

  hide() {
    this.plot?.querySelectorAll(":scope>.hair,:scope>.read").forEach((part) => part.remove());
    [this.plot, this.at, this.start, this.pressed, this.byKeys] = [null, null, null, null, false];
  },

  // The page with the selected stretch as its period.
  go() {
    if (this.start === null || this.at === null) return;
    const [from, to] = period(this.plot, this.start, this.at);
    const address = new URL(location.href);
    for (const name of ["period", "was", "page", "offset", "like"]) address.searchParams.delete(name);
    const text = this.plot.dataset.axis === "time" ? wall : String;
    address.searchParams.set("from", text(from));
    address.searchParams.set("to", text(to));
    this.hide();
    location.assign(address);
  },

  // The page with the period around a shaded stretch, half of its length before and after it.
  zoom(span) {
    const plot = this.plotOf(span);
    const drawing = plot && this.canSelect(plot) ? this.drawing(plot) : null;
    if (!drawing) return;
    const box = span.getBBox();
    const margin = Math.max(box.width / 2, 6);
    const at = (x) => Math.min(drawing.high, Math.max(drawing.low, drawing.at(x)));
    [this.plot, this.start, this.at] = [plot, at(box.x - margin), at(box.x + box.width + margin)];
    this.go();
  },

  // The address of the rows behind a mark of a device's readings; null where there is none. The
  // button above the readings leads to all rows of the device.
  rowsBehind(mark) {
    const plot = this.plotOf(mark);
    const all = document.querySelector('.lead .act a[href^="/rows"]');
    const box = mark.getBoundingClientRect();
    // A band says something too, but is no moment.
    if (!plot || !all || !this.canSelect(plot) || box.width > 24) return null;
    const at = this.nearest(plot, this.drawing(plot)?.place(box.left + box.width / 2) ?? NaN);
    const places = this.groups(plot).flatMap((group) => group.places);
    const next = Math.min(...places.filter((place) => place > at));
    if (!Number.isFinite(at)) return null;
    const text = plot.dataset.axis === "time" ? wall : String;
    const address = new URL(all.href);
    address.searchParams.set("since", text(at));
    if (Number.isFinite(next)) address.searchParams.set("until", text(next));
    return address;
  },

  canSelect: (plot) => plot.dataset.axis === document.documentElement.dataset.axis,

  // One place on, or to an end.
  step(plot, key) {
    const drawing = this.drawing(plot);
    if (!drawing) return null;
    const inside = (place) => place >= drawing.low && place <= drawing.high;
    let places = [...new Set(this.groups(plot).flatMap((group) => group.places))].filter(inside);
    if (places.length < 2) {
      const width = (drawing.high - drawing.low) / 60;
      places = Array.from({ length: 61 }, (_, index) => drawing.low + index * width);
    }
    places.sort((a, b) => a - b);
    if (key === "Home") return places[0];
    if (key === "End" || this.plot !== plot || this.at === null) return places[places.length - 1];
    if (key === "ArrowLeft") return places.findLast((place) => place < this.at) ?? places[0];
    return places.find((place) => place > this.at) ?? places[places.length - 1];
  },

  keys(event) {
    const plot = event.target.matches?.(".plot[data-axis]") ? event.target : null;
    if (event.key === "Escape") return this.hide();
    if (!plot) return;
    if (event.key === "Enter" && this.plot === plot) return this.go();
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    const next = this.step(plot, event.key);
    if (!event.shiftKey || !this.canSelect(plot)) this.start = null;
    else if (this.start === null) this.start = this.plot === plot && this.at !== null ? this.at : next;
    this.part(plot, "read").setAttribute("role", "status");
    this.show(plot, next);
    this.byKeys = true;
  },

  // Charts can be reached by keyboard.
  prepare() {
    const hint = document.documentElement.dataset.hint;
    for (const plot of document.querySelectorAll(".plot[data-axis]:not([tabindex])")) {
      const title = plot.querySelector("svg>title")?.textContent ?? "";
      plot.tabIndex = 0;
      plot.classList.toggle("leads", !!document.querySelector('.lead .act a[href^="/rows"]'));
      plot.setAttribute("role", "group");
      plot.setAttribute("aria-label", `${title}. ${hint}`);
    }
  },
};

// A selection with round ends: whole hours, minutes or seconds by its length, or whole numbers.
function period(plot, one, other) {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  if (plot.dataset.axis !== "time") return [Math.ceil(from), Math.max(Math.ceil(from), Math.floor(to))];
  const unit = to - from > 864000 ? 3600 : to - from > 3600 ? 60 : 1;
  const first = Math.floor(from / unit) * unit;
  return [first, Math.max(first + unit, Math.ceil(to / unit) * unit)];
}

const pad = (number) => String(number).padStart(2, "0");
const wall = (seconds) => {
  const text = new Date(seconds * 1000).toISOString();
  return text.slice(0, seconds % 60 ? 19 : 16);
};

function figure(text) {
  const value = Number(text);
  if (text === "-" || !Number.isFinite(value)) return "–";
  return value.toLocaleString(document.documentElement.lang, { maximumSignificantDigits: 5 });
}

// A place on the axis in words: times are those of the wall clock.
function named(plot, place) {
  if (plot.dataset.axis !== "time") return `${plot.dataset.axis} ${figure(Math.round(place))}`;
  const date = new Date(place * 1000);
  const day = date.toLocaleDateString(document.documentElement.lang, {
    timeZone: "UTC", day: "numeric", month: "short", year: "numeric",
  });
  const seconds = Math.floor(place) % 86400;
  if (seconds === 0) return day;
  const clock = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
  return `${day} ${clock}` + (seconds % 60 ? `:${pad(date.getUTCSeconds())}` : "");
}

addEventListener("pointermove", (event) => {
  const plot = reader.pressed === null ? reader.plotOf(event.target) : reader.plot;
  if (!plot) {
    if (!reader.byKeys) reader.hide();
    return;
  }
  const at = reader.drawing(plot)?.place(event.clientX) ?? null;
  if (reader.pressed === null) {
    if (event.pointerType !== "touch") reader.show(plot, at, event.target);
    return;
  }
  if (Math.abs(event.clientX - reader.pressed.x) > 6) reader.start = reader.pressed.at;
  if (at !== null) reader.show(plot, at, event.target);
});
addEventListener("pointerdown", (event) => {
  const plot = event.button === 0 ? reader.plotOf(event.target) : null;
  const at = plot ? reader.drawing(plot)?.place(event.clientX) ?? null : null;
  if (at === null) return reader.hide();
  reader.start = null;
  reader.show(plot, at, event.target);
  if (reader.canSelect(plot)) reader.pressed = { x: event.clientX, at };
});
addEventListener("pointerup", (event) => {
  const isPressed = reader.pressed !== null;
  reader.pressed = null;
  if (!isPressed) return;
  if (reader.start !== null) return reader.go();
  const span = event.target.closest?.("svg .span");
  if (span) return reader.zoom(span);
  const mark = event.target.closest?.("svg *:has(>title)");
  const rows = mark ? reader.rowsBehind(mark) : null;
  if (rows) location.assign(rows);
});
addEventListener("pointercancel", () => reader.hide());
addEventListener("keydown", (event) => reader.keys(event));
addEventListener("focusout", (event) => {
  if (reader.byKeys && reader.plotOf(event.target) === reader.plot) reader.hide();
});
reader.prepare();
