import type { LiHTMLAttributes, ReactNode } from "react";
import type { ImageItem, UploadState, WorkingItem } from "../../queue/types.js";
import { composeHandlers } from "./compose-handlers.js";
import { dataAttributes } from "./data-attributes.js";
import { ItemButtons } from "./item-buttons.js";
import { ItemThumbnail } from "./item-thumbnail.js";
import { ItemProgress } from "./item-progress.js";
import type { DropzoneMessages } from "../text/messages.js";
import { useRowContext } from "./row-context.js";
import { SEPARATOR } from "../text/typography.js";
import { UploadNote } from "./upload-note.js";
import { useRemoveByKey } from "../hooks/use-remove-by-key.js";

/** Props of `VisionDropzone.Item`, a list item. */
export interface ImageItemProps extends LiHTMLAttributes<HTMLLIElement> {
  item: ImageItem;
}

/** One image: thumbnail, name, what was done to it or why it was rejected, and its buttons. Delete or Backspace removes it. */
export function DropzoneItem({ item, ...props }: ImageItemProps) {
  const { messages } = useRowContext();
  const removeByKey = useRemoveByKey(item.id);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the buttons inside it
    <li
      {...dataAttributes("item", {
        id: item.id,
        status: item.status,
        upload: uploadOf(item)?.status ?? false,
        byUrl: !item.file,
      })}
      {...props}
      onKeyDown={composeHandlers(props.onKeyDown, removeByKey)}
    >
      <ItemThumbnail item={item} />
      <span {...dataAttributes("item-text", {})}>
        <span {...dataAttributes("item-name", {})} title={item.label}>
          <bdi>{item.label}</bdi>
        </span>{" "}
        <ItemDetail item={item} messages={messages} />
      </span>{" "}
      <ItemButtons item={item} />
    </li>
  );
}

function ItemDetail({ item, messages }: { item: ImageItem; messages: DropzoneMessages }) {
  if (item.status === "rejected") {
    return <Line part="item-error" text={messages.error(item.error)} />;
  }
  if (item.status === "ready" && !item.image) {
    return <Line part="item-detail" text={messages.linked(item.check)} />;
  }
  if (item.status === "ready") {
    return (
      <Line part="item-detail" text={messages.prepared(item.image.source, item.image)}>
        <UploadNote label={item.label} upload={item.upload} messages={messages} />
      </Line>
    );
  }
  const header = item.status === "working" ? item.header : undefined;
  const state = item.status === "working" ? stepText(item.step, messages) : messages.waiting;
  return (
    <>
      <Line part="item-detail" text={header ? `${messages.picture(header)}${SEPARATOR}${state}` : state} />
      {item.status === "working" && <ItemProgress label={messages.progressLabel(item.label, item.step)} />}
    </>
  );
}

function stepText(step: WorkingItem["step"], { preparing, checking, fetching }: DropzoneMessages): string {
  return { prepare: preparing, check: checking, fetch: fetching }[step];
}

/** Images that are sent by address are never uploaded. */
function uploadOf(item: ImageItem): UploadState | undefined {
  return item.status === "ready" && item.image ? item.upload : undefined;
}

/** In `bdi`, so that figures and names keep their own direction in a right-to-left page. */
function Line({ part, text, children }: { part: "item-detail" | "item-error"; text: string; children?: ReactNode }) {
  return (
    <span {...dataAttributes(part, {})}>
      <bdi>{text}</bdi>
      {children}
    </span>
  );
}
