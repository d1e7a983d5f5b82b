/** The parts around the items: refs, and that drops, keys, focus and announcements stay, whatever elements an app draws. */
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ComponentProps, ReactElement } from "react";
import { createRef, StrictMode } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { anthropicMessages } from "../../src/endpoints.js";
import { Area, Input, Item, List, Meter, Preview, Rejected, Root, Status, Thumbnail } from "../../src/parts.js";
import { useVisionDropzone } from "../../src/react/hooks/use-vision-dropzone.js";
import { heldPool } from "../fixtures/held-pool.js";
import { doing, drop, items, notImage, oneTask, lazyPart, photo, release, started } from "./harness.js";
import { stage } from "./stage.js";

vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"));

let files: File[];
beforeAll(async () => {
  files = await Promise.all(["a.jpg", "b.jpg"].map(photo));
});
beforeEach(() => {
  stage.pool = heldPool();
});

interface PartProps {
  root?: ComponentProps<typeof Root>["render"];
  area?: Omit<ComponentProps<typeof Area>, "children">;
  list?: Omit<ComponentProps<typeof List>, "children">;
  rejected?: ComponentProps<typeof Rejected>;
  meter?: ComponentProps<typeof Meter>;
  preview?: ComponentProps<typeof Preview>;
  status?: ComponentProps<typeof Status>;
}

const rootRef = createRef<HTMLDivElement>();

function Composer({ root, area, list, rejected, meter, preview, status }: PartProps) {
  const dropzone = useVisionDropzone({ endpoint: anthropicMessages });
  return (
    <Root dropzone={dropzone} ref={rootRef} render={root} preview={false} className="mine">
      <List {...list}>
        {(item) => (
          <Item item={item}>
            <Thumbnail />
          </Item>
        )}
      </List>
      <Rejected {...rejected} />
      <textarea aria-label="Message" />
      <Area {...area} />
      <Meter {...meter} />
      <Preview {...preview} />
      <Input />
      <Status {...status} />
    </Root>
  );
}

const mount = (parts: PartProps = {}) => render(<Composer {...parts} />, { wrapper: StrictMode });
const part = (name: string) => document.querySelector<HTMLElement>(`[data-vd-${name}]`);

async function mountWithPhotos(parts: PartProps = {}) {
  const view = mount(parts);
  await drop(part("root")!, ...files);
  await started(2);
  await release();
  return view;
}

test("refs and props: each part has its element, and what an app lays over it", async () => {
  const area = createRef<HTMLButtonElement>();
  const list = createRef<HTMLOListElement>();
  const meter = createRef<HTMLDivElement>();
  const status = createRef<HTMLDivElement>();
  const rejected = createRef<HTMLDivElement>();
  const preview = createRef<HTMLDialogElement>();
  await mountWithPhotos({
    area: { ref: area, className: "area" },
    list: { ref: list, className: "list" },
    rejected: { ref: rejected, className: "rejected" },
    meter: { ref: meter, className: "meter" },
    preview: { ref: preview, className: "preview" },
    status: { ref: status, className: "status" },
  });
  expect([rejected.current, preview.current]).toEqual([null, null]);
  await drop(part("root")!, notImage);
  await waitFor(() => expect(rejected.current).not.toBeNull());
  await doing(() => screen.getByRole("button", { name: "Show b.jpg" }).click());
  await waitFor(() => expect(preview.current).not.toBeNull());
  const found = { root: rootRef, area, list, meter, status, rejected, preview };
  for (const [name, ref] of Object.entries(found)) expect(ref.current, name).toBe(part(name));
  expect(Object.values(found).map((ref) => ref.current!.className)).toEqual([
    "mine",
    "area",
    "list",
    "meter",
    "status",
    "rejected",
    "preview",
  ]);
  expect(Object.values(found).map((ref) => ref.current!.localName)).toEqual([
    "div",
    "button",
    "ol",
    "div",
    "div",
    "div",
    "dialog",
  ]);
});

test("refs: a function is not called again when its part is rendered again", async () => {
  const [ref, own] = [vi.fn(), vi.fn()];
  await mountWithPhotos({ list: { ref, render: <ul ref={own} /> } });
  expect([ref.mock.lastCall, own.mock.lastCall]).toEqual([[part("list")], [part("list")]]);
  const calls = ref.mock.calls.length;
  await drop(part("root")!, ...files);
  await started(4);
  expect(part("list")!.children).toHaveLength(4);
  expect([ref.mock.calls.length, own.mock.calls.length]).toEqual([calls, calls]);
});

const Fancy = (props: ComponentProps<"button">): ReactElement => <button {...props} data-fancy="" />;

/** Every part in another element. */
const drawn = () => {
  const own = { list: createRef<HTMLUListElement>() };
  const ref = { list: createRef<HTMLOListElement>() };
  const onFocus = vi.fn();
  const parts: PartProps = {
    root: <section style={{ margin: 1 }} onFocus={onFocus} />,
    area: { render: <Fancy /> },
    list: { ref: ref.list, render: <ul ref={own.list} className="cards" /> },
    rejected: { render: (props) => <aside {...props} /> },
    meter: { render: (props, { status }) => <footer {...props} data-busy={status === "working"} /> },
    preview: { render: <dialog className="sheet" /> },
    status: { render: <output /> },
  };
  return { parts, own, ref, onFocus };
};

test("render: other elements keep the attributes, roles, refs and contents", async () => {
  const { parts, own, ref, onFocus } = drawn();
  await mountWithPhotos(parts);
  await drop(part("root")!, notImage);
  await waitFor(() => expect(part("rejected")).not.toBeNull());
  const names = ["root", "area", "list", "rejected", "meter", "status"];
  expect(names.map((name) => part(name)!.localName)).toEqual(["section", "button", "ul", "aside", "footer", "output"]);
  expect(part("root")).toMatchObject({ className: "mine", style: { margin: "1px" } });
  expect(rootRef.current).toBe(part("root"));
  expect(part("area")!.dataset).toHaveProperty("fancy");
  expect([own.list.current, ref.list.current]).toEqual([part("list"), part("list")]);
  expect(screen.getByRole("list", { name: "Images" }).className).toBe("cards");
  expect(screen.getByRole("group", { name: "1 file wasn't added" })).toBe(part("rejected"));
  expect(part("meter")!.dataset).toMatchObject({ level: "ok", busy: "false" });
  expect(screen.getByRole("meter", { name: "Request size" })).toBeDefined();
  fireEvent.focus(part("area")!);
  expect(onFocus).toHaveBeenCalledTimes(1);
});

test("behaviour: drops, the picker, arrows, Delete, Undo, dragging and announcements work in other elements", async () => {
  const opened = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => {});
  await mountWithPhotos(drawn().parts);
  await waitFor(() => expect(part("status")!.textContent).toBe("2 images ready."));
  fireEvent.click(part("area")!);
  expect(opened).toHaveBeenCalledTimes(1);

  const buttons = () => items().map((item) => item.querySelector<HTMLElement>("button")!);
  expect(document.querySelectorAll("[data-vd-list] [tabindex='0']")).toHaveLength(1);
  buttons()[0]!.focus();
  fireEvent.keyDown(buttons()[0]!, { key: "ArrowDown" });
  expect(document.activeElement).toBe(buttons()[1]);
  await doing(() => void fireEvent.keyDown(buttons()[1]!, { key: "ArrowUp", altKey: true }));
  await waitFor(() => expect(items().map(({ dataset }) => dataset.id)[0]).toBeDefined());
  expect(part("status")!.textContent).toMatch(/moved/i);

  fireEvent.pointerDown(items()[0]!, { pointerId: 1, isPrimary: true, button: 0 });
  await waitFor(() => {
    part("list")!.dispatchEvent(
      new PointerEvent("pointermove", { bubbles: true, pointerId: 1, isPrimary: true, clientY: 50 }),
    );
    expect(part("list")!.dataset).toHaveProperty("reordering");
  });
  part("list")!.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, pointerId: 1, isPrimary: true }));

  await doing(() => void fireEvent.keyDown(buttons()[0]!, { key: "Delete" }));
  await waitFor(() => expect(items()).toHaveLength(1));
  await waitFor(() => expect(document.activeElement).toBe(buttons()[0]));
  await doing(() => void fireEvent.keyDown(part("area")!, { key: "z", ctrlKey: true }));
  await waitFor(() => expect(items()).toHaveLength(2));
  for (const left of [1, 0]) {
    buttons()[0]!.focus();
    await doing(() => void fireEvent.keyDown(buttons()[0]!, { key: "Delete" }));
    await waitFor(() => expect(items()).toHaveLength(left));
  }
  await waitFor(() => expect(document.activeElement).toBe(part("area")));
  opened.mockRestore();
});

test("behaviour: a preview in another dialog opens, closes, and gives the focus back", async () => {
  await mountWithPhotos(drawn().parts);
  const opener = screen.getByRole("button", { name: "Show a.jpg" });
  await doing(() => opener.click());
  const dialog = await lazyPart("dialog", "a.jpg");
  expect(dialog).toMatchObject({ className: "sheet", open: true });
  expect(document.activeElement).toBe(dialog);
  await doing(() => screen.getByRole("button", { name: "Close" }).click());
  await waitFor(() => expect(part("preview")).toBeNull());
  expect(document.activeElement).toBe(opener);
});

test("a ref that returns what undoes it: that is called, and not the ref with null", async () => {
  const calls: string[] = [];
  const { unmount } = await mountWithPhotos({
    list: {
      ref: (element) => {
        calls.push(element ? "attached" : "null");
        return () => void calls.push("undone");
      },
      render: <ul ref={createRef<HTMLUListElement>()} />,
    },
  });
  unmount();
  await oneTask();
  expect(new Set(calls)).toEqual(new Set(["attached", "undone"]));
  expect(calls.at(-1)).toBe("undone");
});

test("outside a root: a part says where it belongs", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  for (const one of [<Area key="area" />, <List key="list" />, <Meter key="meter" />, <Preview key="preview" />])
    expect(() => render(one)).toThrow("must be rendered inside <VisionDropzone.Root");
});
