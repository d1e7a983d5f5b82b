import type { LiHTMLAttributes } from "react";
import { useContext, useState } from "react";
import type { ImageItem } from "../../queue/types.js";
import type { ImageErrorCode } from "../../shared/errors.js";
import { useItemMenu } from "../hooks/use-item-menu.js";
import { useRemoveByKey } from "../hooks/use-remove-by-key.js";
import { menuWords } from "../menu/menu-messages.js";
import { labelOf } from "../text/item-label.js";
import { describeItem, stateText, uploadOf } from "../text/describe-item.js";
import type { DropzoneMessages } from "../text/messages.js";
import { losesSmallText } from "../text/small-text.js";
import { SEPARATOR } from "../text/typography.js";
import { canBeOpened } from "./can-be-opened.js";
import { composeHandlers } from "./compose-handlers.js";
import { dataAttributes } from "./data-attributes.js";
import { PinIcon } from "./icons.js";
import { ItemContext } from "./item-context.js";
import { ItemButtons } from "./item-buttons.js";
import { ItemName } from "./item-name.js";
import { ItemProgress } from "./item-progress.js";
import { ItemThumbnail } from "./item-thumbnail.js";
import { ListLayoutContext } from "./list-layout.js";
import { onDemand } from "./on-demand.js";
import { useRowContext } from "./row-context.js";
import { RowPlaceContext } from "./row-place.js";
import { UploadNote } from "./upload-note.js";

/** Props of `VisionDropzone.Item`, a list item. Children replace what is in it: the parts of `vision-dropzone/parts`, or elements of yours. */
export interface ImageItemProps extends LiHTMLAttributes<HTMLLIElement> {
  item: ImageItem;
}

/**
 * One image: thumbnail, name, what was done to it or why it was rejected, and its buttons. Delete or Backspace removes it; the
 * context-menu key, or the secondary mouse button, opens its menu.
 */
export function DropzoneItem({ item, children, ...props }: ImageItemProps) {
  const { messages, openPreview } = useRowContext();
  const removeByKey = useRemoveByKey(item.id);
  const [isChoosing, setChoosing] = useState(false);
  const isOnePage = item.file !== undefined && item.pages !== undefined && !item.pages.arePieces;
  const choosePages = isOnePage ? () => setChoosing(true) : undefined;
  const menu = useItemMenu(item, choosePages);
  const isTile = useContext(ListLayoutContext) === "tiles";
  const hasPreview = openPreview !== undefined && canBeOpened(item);
  const description = isTile ? describeItem(item, messages) : undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the buttons inside it
    <li
      {...dataAttributes("item", {
        id: item.id,
        status: item.status,
        upload: uploadOf(item)?.status ?? false,
        byUrl: !item.file,
        pinned: item.options?.pinned === true,
      })}
      title={description}
      {...props}
      onKeyDown={composeHandlers(props.onKeyDown, removeByKey)}
      onContextMenu={composeHandlers(props.onContextMenu, menu.onContextMenu)}
    >
      {children === undefined ? (
        <>
          {hasPreview ? (
            <OpenButton
              item={item}
              name={description ?? messages.openPreview(labelOf(item, messages))}
              onOpen={openPreview}
            />
          ) : (
            <ItemThumbnail item={item} />
          )}
          {/* In a tile this text is not visible, but names its button. */}
          <span {...dataAttributes("item-text", {})} aria-hidden={(isTile && hasPreview) || undefined}>
            <ItemName label={labelOf(item, messages)} /> <ItemDetail item={item} messages={messages} />
          </span>{" "}
          <ItemProgress item={item} />
          {item.status === "rejected" && PASSWORD_CODES.includes(item.error.code) && <Password item={item} />}
          {item.status === "rejected" && choosePages && (
            <button {...dataAttributes("pages-open", {})} type="button" aria-haspopup="dialog" onClick={choosePages}>
              {menuWords(messages).choosePages}
            </button>
          )}
          {item.options?.pinned && (
            <span {...dataAttributes("pin", {})}>
              <PinIcon />
            </span>
          )}
          <ItemButtons item={item} menu={menu} />
        </>
      ) : (
        <ItemContext.Provider value={{ item, menu }}>{children}</ItemContext.Provider>
      )}
      {isChoosing && <Pages id={item.id} onClose={() => setChoosing(false)} />}
      {menu.menu}
    </li>
  );
}

const PASSWORD_CODES: readonly ImageErrorCode[] = ["password-needed", "password-wrong"];
const Password = /* @__PURE__ */ onDemand(() =>
  import("../pages/password-field.js").then((part) => part.PasswordField),
);
const Pages = /* @__PURE__ */ onDemand(() => import("../pages/page-picker.js").then((part) => part.PagePicker));

interface OpenButtonProps {
  item: ImageItem;
  name: string;
  onOpen: (id: string) => void;
}

/** The picture itself, which opens the preview. */
export function OpenButton({ item, name, onOpen }: OpenButtonProps) {
  const { disabled } = useRowContext();
  const place = useContext(RowPlaceContext);
  const isTile = useContext(ListLayoutContext) === "tiles";
  const arrows = isTile ? "Alt+ArrowLeft Alt+ArrowRight" : "Alt+ArrowUp Alt+ArrowDown";
  const keys = place === undefined || place === "only" ? "Delete" : `${arrows} Delete`;
  return (
    <button
      {...dataAttributes("item-open", {})}
      type="button"
      aria-label={name}
      aria-haspopup="dialog"
      aria-keyshortcuts={disabled ? undefined : keys}
      {...(place !== undefined && { tabIndex: -1 })}
      onClick={() => onOpen(item.id)}
    >
      <ItemThumbnail item={item} />
    </button>
  );
}

export function ItemDetail({ item, messages }: { item: ImageItem; messages: DropzoneMessages }) {
  const upload = uploadOf(item);
  const shrunk = losesSmallText(item);
  return (
    <span {...dataAttributes(item.status === "rejected" ? "item-error" : "item-detail", {})}>
      {/* In `bdi`, so that figures and names keep their own direction in a right-to-left page. */}
      <bdi>{stateText(item, messages)}</bdi>
      {upload && <UploadNote upload={upload} messages={messages} />}
      {shrunk && (
        <>
          {SEPARATOR}
          <span {...dataAttributes("item-hint", {})}>
            <bdi>{messages.smallText(shrunk.source, shrunk.sent)}</bdi>
          </span>
        </>
      )}
      {item.options?.pinned && (
        <>
          {SEPARATOR}
          <bdi>{menuWords(messages).pinned}</bdi>
        </>
      )}
    </span>
  );
}
