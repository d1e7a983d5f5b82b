import { useEffect, useRef, useState } from "react";
import type { ImageItem, QueueStatus } from "../../queue/types.js";
import { areaBeside } from "../components/area-in.js";
import { dataAttributes } from "../components/data-attributes.js";
import { useDropzoneContext } from "../components/dropzone-context.js";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import { type FormMessages, withFormWords } from "./form-messages.js";

/** Props of `VisionDropzone.Field`. */
export interface FormFieldProps {
  /**
   * Name of the images in the form data, each a `File` entry, in their order; an image sent by address is text. @default nothing
   * is sent
   */
  name?: string | undefined;
  /** The form is not submitted without an image. @default false */
  required?: boolean | undefined;
  /** Id of the form, if the root is not inside it. */
  form?: string | undefined;
}

/**
 * Makes the images a field of a form. An invisible control has its validity: the form is not submitted while images are being
 * prepared or are over a limit; the reason is shown and announced, and the focus goes to the area. A reset removes the images,
 * which can be undone.
 */
export function FormField({ name, required = false, form }: FormFieldProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items, status, remove } = dropzone;
  const control = useRef<HTMLInputElement>(null);
  const [reported, setReported] = useState("");
  const problem = problemOf(status, required, withFormWords(messages));

  useIsomorphicLayoutEffect(() => control.current?.setCustomValidity(problem), [problem]);

  // After each render: an element may move to another form at any time.
  useEffect(() => {
    const element = control.current;
    const owner = element?.form;
    if (!owner) return undefined;
    const onFormData = ({ formData }: FormDataEvent) => {
      if (name !== undefined && !element.matches(":disabled")) append(formData, name, items);
    };
    const onReset = (event: Event) => {
      if (!event.defaultPrevented && items.length > 0) remove(items.map(({ id }) => id));
    };
    owner.addEventListener("formdata", onFormData);
    owner.addEventListener("reset", onReset);
    return () => {
      owner.removeEventListener("formdata", onFormData);
      owner.removeEventListener("reset", onReset);
    };
  });

  const isReported = problem !== "" && reported === problem;
  return (
    <>
      <input
        {...dataAttributes("form-control", {})}
        ref={control}
        form={form}
        hidden
        disabled={dropzone.disabled}
        aria-hidden="true"
        tabIndex={-1}
        onInvalid={(event) => {
          // The browser's own bubble would have no visible control to point at.
          event.preventDefault();
          setReported(problem);
          if (isFirstInvalid(event.currentTarget)) areaBeside(event.currentTarget)?.focus();
        }}
      />
      {isReported && (
        <p {...dataAttributes("form-error", {})} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function problemOf(status: QueueStatus, required: boolean, words: FormMessages): string {
  if (status === "working") return words.formWorking;
  if (status === "over") return words.formOver;
  return required && status === "empty" ? words.formRequired : "";
}

function append(data: FormData, name: string, items: readonly ImageItem[]): void {
  for (const item of items) {
    if (item.status !== "ready") continue;
    if (item.image) data.append(name, item.image.blob, item.image.name);
    else if (item.document) data.append(name, item.document.blob, item.document.name);
    else data.append(name, item.check.url);
  }
}

/** Otherwise the browser would focus another control. */
function isFirstInvalid(control: HTMLInputElement): boolean {
  const controls = Array.from(control.form?.elements ?? []) as HTMLInputElement[];
  return controls.find(({ willValidate, validity }) => willValidate && !validity.valid) === control;
}
