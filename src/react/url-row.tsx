import { canRetry } from "./can-retry.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { PictureIcon, RefusedIcon, RemoveIcon, RetryIcon } from "./icons.js";
import { ItemButton } from "./item-buttons.js";
import { ItemProgress } from "./item-progress.js";
import type { UrlItem } from "./url-intake.js";
import { urlName } from "./url-name.js";
import { useRemoveByKey } from "./use-remove-by-key.js";

/** An address whose image is on its way, or was refused. Looks like an item: as soon as the image is there, it is one. */
export function UrlRow({ item }: { item: UrlItem }) {
  const { dropzone, messages, itemActions } = useDropzoneContext();
  const removeByKey = useRemoveByKey(item.id);
  const { id } = item;
  const { disabled } = dropzone;
  const name = urlName(item.url);
  const error = item.status === "rejected" ? item.error : undefined;
  const status = error ? "rejected" : "working";
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the buttons inside it
    <li {...dataAttributes("item", { id, status, upload: false, byUrl: true })} onKeyDown={removeByKey}>
      <span {...dataAttributes("thumbnail", { status })} aria-hidden="true">
        {error ? <RefusedIcon /> : <PictureIcon />}
      </span>
      <span {...dataAttributes("item-text", {})}>
        <span {...dataAttributes("item-name", {})} title={name}>
          <bdi>{name}</bdi>
        </span>{" "}
        <span {...dataAttributes(error ? "item-error" : "item-detail", {})}>
          <bdi>{error ? messages.error(error) : messages.fetching}</bdi>
        </span>
        {!error && <ItemProgress label={messages.fetchingLabel(name)} />}
      </span>{" "}
      <span {...dataAttributes("actions", {})}>
        {error && canRetry(error.code) && (
          <ItemButton action="retry" label={messages.retry(name)} disabled={disabled} onClick={() => itemActions.retry(id)}>
            <RetryIcon />
          </ItemButton>
        )}
        <ItemButton action="remove" label={messages.remove(name)} disabled={disabled} onClick={() => itemActions.remove(id)}>
          <RemoveIcon />
        </ItemButton>
      </span>
    </li>
  );
}
