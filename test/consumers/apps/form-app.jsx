import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { useVisionDropzone, VisionDropzone } from "vision-dropzone";
import { anthropicMessages } from "vision-dropzone/endpoints";
import * as Vision from "vision-dropzone/parts";
import { Attachments } from "./attachments.jsx";

/** A form whose field is drawn of parts, each with a ref and another element. */
function Form() {
  const [sent, setSent] = useState("");
  const dropzone = useVisionDropzone({ endpoint: anthropicMessages });
  const [root, own, list, remove] = [useRef(null), useRef(null), useRef(null), useRef(null)];
  useEffect(() => {
    window.drawn = [root, own, list, remove].map(({ current }) => current?.localName);
  });
  const submit = (event) => {
    event.preventDefault();
    const files = new FormData(event.currentTarget).getAll("photos");
    setSent(files.map(({ name, type, size }) => `${name} ${type} ${size > 1000}`).join());
  };
  return (
    <form onSubmit={submit}>
      <Vision.Root dropzone={dropzone} ref={root} render={<section ref={own} />}>
        <Vision.List ref={list} render={(props) => <ul {...props} />}>
          {(item) => (
            <Vision.Item item={item}>
              <Vision.Name render={<b />} />{" "}
              <Vision.Remove ref={remove} render={(props) => <button {...props} className="mine" />} />
            </Vision.Item>
          )}
        </Vision.List>
        <Vision.Area />
        <Vision.Input />
        <Vision.Status />
        <VisionDropzone.Field name="photos" required />
      </Vision.Root>
      <button>Submit</button>
      <p id="sent">{sent}</p>
    </form>
  );
}

createRoot(document.querySelector("#root")).render(
  <StrictMode>
    <Attachments />
    <Form />
  </StrictMode>,
);
