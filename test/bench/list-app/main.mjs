/** The real component with a long list, as a chat shows it; the bench drives it as `list.…`. Built with React for production. */
import { createElement, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { VisionDropzone } from "vision-dropzone";
import { anthropicMessages } from "vision-dropzone/endpoints";
import "vision-dropzone/styles.css";
import { startHeartbeat } from "../page/heartbeat.mjs";
import { bareRow } from "./bare-row.mjs";

/** No limit of count or bytes: the list itself is measured. */
const endpoint = { ...anthropicMessages, caps: { mediaTypes: anthropicMessages.caps.mediaTypes } };
const IMAGE_CHARACTERS = 300_000;
/** Until a change has surely been painted. */
const AFTERWARDS_MS = 150;

const aside = document.createElement("p");
let handle;
let snapshot;
let photo;
const watchers = new Set();
const pause = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** Earlier turns as an app keeps them: each with an image of its own and some text. */
function history(megabytes) {
  return Array.from({ length: Math.round((megabytes * 1e6) / IMAGE_CHARACTERS) }, (_, index) => {
    const data = String(index)
      .padStart(8, "A")
      .repeat(IMAGE_CHARACTERS / 8);
    const image = { type: "image", source: { type: "base64", media_type: "image/jpeg", data } };
    return { role: "user", content: [image, { type: "text", text: `What is in picture ${index}?` }] };
  });
}

function take(given) {
  handle = given;
}

function remember(next) {
  snapshot = next;
  for (const watch of watchers) watch();
}

function Chat({ earlier }) {
  const [text, setText] = useState("");
  const request = (blocks) => ({
    model: "m",
    max_tokens: 1024,
    messages: [...earlier, { role: "user", content: [...blocks, { type: "text", text }] }],
  });
  return createElement(
    "main",
    {},
    createElement(VisionDropzone, { endpoint, request, onChange: remember, ref: take }),
    createElement("textarea", {
      value: text,
      onChange: (event) => setText(event.target.value),
      "aria-label": "Message",
    }),
  );
}

/** All settled and as many as expected. */
function settled(count) {
  return new Promise((resolve) => {
    const look = () => {
      const done =
        (snapshot?.items ?? []).length === count &&
        snapshot.items.every(({ status }) => status === "ready" || status === "rejected");
      if (!done) return;
      watchers.delete(look);
      resolve();
    };
    watchers.add(look);
    look();
  });
}

const files = (count) =>
  Array.from({ length: count }, (_, index) => new File([photo], `photo-${index}.jpg`, { type: "image/jpeg" }));

async function mount(url, historyMegabytes) {
  photo = await (await fetch(url)).arrayBuffer();
  const earlier = history(historyMegabytes);
  document.body.append(aside);
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  flushSync(() => root.render(createElement(Chat, { earlier })));
}

async function show(url, count, historyMegabytes) {
  await mount(url, historyMegabytes);
  handle.add(files(count));
  await settled(count);
  await pause(1_000);
  const rejected = snapshot.items.filter(({ status }) => status !== "ready").length;
  return { rows: document.querySelectorAll("[data-vd-item]").length, rejected };
}

/** The longest stretch in which the page could not answer, from just before the action until it has been painted. */
async function longestStep(act) {
  await pause(100);
  const heart = startHeartbeat("step");
  await pause(20);
  heart.reset();
  await act();
  await pause(AFTERWARDS_MS);
  return (await heart.stop()).longestMs;
}

/** Files are held over the component, as a person does before dropping them. */
function dragOver() {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(files(1)[0]);
  handle.element.dispatchEvent(new DragEvent("dragenter", { bubbles: true, cancelable: true, dataTransfer }));
}

/** Milliseconds from handing over one image to its being ready, one after the other, `restMs` after the last or the drag. */
async function oneByOne(url, count, { dragged, restMs }) {
  await mount(url, 0);
  // Made before the clock runs: a person's files are there already.
  const chosen = files(count);
  await pause(500);
  if (dragged) dragOver();
  const times = [];
  for (const file of chosen) {
    await pause(restMs);
    const startedAt = performance.now();
    handle.add([file]);
    await settled(times.length + 1);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** A step of a length that is known, to see whether it is measured. */
function busy(milliseconds) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

let typed = 0;
/** Each makes what a person has at hand already, and gives what is then timed. */
const actions = {
  /** What the measurement itself sees on a page where nothing happens. */
  nothing: () => () => pause(50),
  /** What any change costs that can be seen: a word beside the component. */
  word: () => () => void (aside.textContent = `word ${++typed}`),
  /** What any page takes for an image: plain DOM beside the component, which has nothing to do. */
  "bare row": () => bareRow(snapshot.items[0].image.blob),
  add() {
    const chosen = files(1);
    const { length } = snapshot.items;
    return async () => {
      handle.add(chosen);
      await settled(length + 1);
    };
  },
  remove() {
    const { length } = snapshot.items;
    return async () => {
      handle.remove(snapshot.items[length >> 1].id);
      await settled(length - 1);
    };
  },
  keystroke() {
    const field = document.querySelector("textarea");
    return () => {
      // React listens to the prototype's setter.
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, "x".repeat(++typed));
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
  },
};

globalThis.list = {
  oneByOne,
  show,
  step: (action) => longestStep(actions[action]()),
  stepOf: (milliseconds) => longestStep(() => busy(milliseconds)),
};
