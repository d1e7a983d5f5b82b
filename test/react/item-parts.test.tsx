/** An item of parts: what an app draws around them, and that names, keys and focus stay. */
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { createRef, StrictMode } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anthropicMessages } from "../../src/endpoints.js";
import { Actions, Detail, Item, Name, Progress, Remove, Thumbnail, useItem } from "../../src/parts.js";
import { VisionDropzone } from "../../src/react/components/vision-dropzone.js";
import { useVisionDropzone } from "../../src/react/hooks/use-vision-dropzone.js";
import { heldPool } from "../fixtures/held-pool.js";
import { pdfFile } from "../fixtures/bytes/pdf.js";
import { doing, drop, photo, root, statuses } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let files: File[];
beforeAll(async () => {
  files = await Promise.all(["a.jpg", "b.jpg"].map(photo));
});
beforeEach(() => {
  stage.pool = heldPool();
});

function Card({ children, ...props }: { children?: ReactNode }) {
  return (
    <article {...props} data-card="">
      {children}
    </article>
  );
}

function Composer({ item }: { item: ReactNode }) {
  const dropzone = useVisionDropzone({ endpoint: anthropicMessages, defaultImages: files.map((blob) => ({ blob })) });
  return (
    <VisionDropzone.Root dropzone={dropzone}>
      <VisionDropzone.List>
        {(one) => (
          <Item item={one} className="mine">
            {item}
          </Item>
        )}
      </VisionDropzone.List>
      <VisionDropzone.Area />
      <VisionDropzone.Status />
    </VisionDropzone.Root>
  );
}

async function mount(item: ReactNode) {
  const view = render(<Composer item={item} />, { wrapper: StrictMode });
  await waitFor(() => expect(document.querySelectorAll("[data-vd-item][data-status=ready]")).toHaveLength(2));
  return view;
}

test("parts: carry their attributes, names and what an app lays over them", async () => {
  const ref = createRef<HTMLButtonElement>();
  await mount(
    <>
      <Thumbnail className="picture" />
      <Name title="mine" />
      <Detail />
      <Progress />
      <Actions>
        <Remove ref={ref}>Away</Remove>
      </Actions>
    </>,
  );
  const [first] = document.querySelectorAll<HTMLElement>("[data-vd-item]");
  expect(first!.className).toBe("mine");
  expect(first!.querySelector("button.picture[data-vd-item-open]")!.getAttribute("aria-label")).toBe("Show image");
  expect(first!.querySelector("[data-vd-item-name]")).toMatchObject({ title: "mine", textContent: "image" });
  expect(first!.querySelector("[data-vd-item-detail]")!.textContent).toContain("1500");
  expect(first!.querySelector("[role=progressbar]")).toBeNull();
  expect(first!.querySelectorAll("[data-vd-actions] button")).toHaveLength(1);
  expect(ref.current).toBe(screen.getByRole("button", { name: "Remove image (2)" }));
  expect(ref.current!.textContent).toBe("Away");
});

test("parts: the picture of a PDF file that is sent as it is opens nothing, so it is no button", async () => {
  function WithPaper() {
    const dropzone = useVisionDropzone({ endpoint: anthropicMessages, documents: "native" });
    return (
      <VisionDropzone.Root dropzone={dropzone}>
        <VisionDropzone.List>
          {(item) => (
            <Item item={item}>
              <Thumbnail />
              <Name />
            </Item>
          )}
        </VisionDropzone.List>
      </VisionDropzone.Root>
    );
  }
  render(<WithPaper />, { wrapper: StrictMode });
  await drop(root(), pdfFile([{}], {}, "paper.pdf"));
  await waitFor(() => expect(statuses()).toEqual(["ready"]));
  expect(root().querySelectorAll("[data-vd-thumbnail]")).toHaveLength(1);
  expect(screen.queryAllByRole("button")).toEqual([]);
});

test("refs: one that all items share is taken from each of their elements", async () => {
  const shared = createRef<HTMLElement>();
  const attached = new Set<Element>();
  const observe = (element: HTMLElement | null) => {
    attached.add(element!);
    return () => void attached.delete(element!);
  };
  const { unmount } = await mount(
    <>
      <Name ref={shared} render={<em ref={observe} />} />
      <Remove />
    </>,
  );
  const [one, other] = document.querySelectorAll("em");
  expect([...attached]).toEqual(expect.arrayContaining([one, other]));
  await doing(() => screen.getByRole("button", { name: "Remove image" }).click());
  await waitFor(() => expect([...attached]).toEqual([other]));
  unmount();
  expect(attached.size).toBe(0);
});

test("render: another element gets the props, ref, handlers and children; a function gets the image, too", async () => {
  const ref = createRef<HTMLElement>();
  const own = createRef<HTMLElement>();
  const onCopy = vi.fn();
  const Label = () => <b>{useItem().label}</b>;
  await mount(
    <>
      <Name
        ref={ref}
        className="one"
        style={{ color: "red" }}
        onCopy={onCopy}
        render={<em ref={own} className="two" style={{ margin: 0 }} onCopy={onCopy} />}
      />
      <Detail render={(props, { status }) => <Card {...props} aria-label={status} />}>
        <Label />
      </Detail>
      <Remove />
    </>,
  );
  const name = document.querySelectorAll<HTMLElement>("em[data-vd-item-name]")[1]!;
  expect([ref.current, own.current]).toEqual([name, name]);
  expect(name).toMatchObject({
    className: "one two",
    textContent: "image (2)",
    style: { color: "red", margin: "0px" },
  });
  fireEvent.copy(name);
  expect(onCopy).toHaveBeenCalledTimes(2);
  const card = document.querySelector("article[data-card][data-vd-item-detail]")!;
  expect(card.getAttribute("aria-label")).toBe("ready");
  expect(card.innerHTML).toBe("<b>image</b>");
});

test("behaviour: arrows, Delete and the focus after it work whatever an app draws", async () => {
  await mount(
    <Card>
      <Thumbnail>picture</Thumbnail>
      <Remove render={(props) => <button {...props} className="fancy" />} />
    </Card>,
  );
  const buttons = () => [...document.querySelectorAll<HTMLButtonElement>("button.fancy")];
  const [first, second] = buttons();
  expect(document.querySelectorAll("[data-vd-list] [tabindex='0']")).toHaveLength(1);
  first!.focus();
  fireEvent.keyDown(first!, { key: "ArrowDown" });
  expect(document.activeElement).toBe(second);
  await doing(() => void fireEvent.click(second!));
  await waitFor(() => expect(document.activeElement).toBe(buttons()[0]));
  await doing(() => void fireEvent.keyDown(buttons()[0]!, { key: "Delete" }));
  await waitFor(() => expect(document.activeElement).toBe(document.querySelector("[data-vd-area]")));
});

test.each([
  ["Name", <Name key="part" />],
  ["Remove", <Remove key="part" />],
])("parts: %s outside an item throws, saying where it belongs", (name, part) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(() => render(part)).toThrow(`<${name}> must be rendered inside <Item item={item}>`);
});
