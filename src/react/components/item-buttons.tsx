import type { ReactNode } from "react";
import { useContext } from "react";
import type { ImageItem } from "../../queue/types.js";
import { canRetry, errorOf } from "./can-retry.js";
import type { ItemAction } from "./data-attributes.js";
import { dataAttributes } from "./data-attributes.js";
import { EarlierIcon, LaterIcon, RemoveIcon, RetryIcon, SmallTextIcon } from "./icons.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { losesSmallText } from "../text/small-text.js";
import { useRowContext } from "./row-context.js";
import { type RowPlace, RowPlaceContext, usePlaceByLookup } from "./row-place.js";

interface ItemButtonProps {
  action: ItemAction;
  label: string;
  disabled: boolean;
  /** In a list, which is one Tab stop: arrows lead from button to button. */
  isListed: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** An icon button; its name is spoken, and shown on hover. */
function ItemButton({ action, label, disabled, isListed, onClick, children }: ItemButtonProps) {
  return (
    <button
      {...dataAttributes("action", { action })}
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      {...(isListed && { tabIndex: -1 })}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** The buttons of one item: retry where it makes sense, up and down where there is more than one, remove. */
export function ItemButtons({ item }: { item: ImageItem }) {
  const place = useContext(RowPlaceContext);
  return place ? <PlacedButtons item={item} place={place} isListed /> : <LookedUpButtons item={item} />;
}

function LookedUpButtons({ item }: { item: ImageItem }) {
  return <PlacedButtons item={item} place={usePlaceByLookup(item)} isListed={false} />;
}

interface PlacedButtonsProps {
  item: ImageItem;
  place: RowPlace;
  isListed: boolean;
}

function PlacedButtons({ item, place, isListed }: PlacedButtonsProps) {
  const { messages, disabled } = useRowContext();
  const actions = useRowActions();
  const { id, label } = item;
  const error = errorOf(item);
  const removeLabel = item.status === "rejected" ? messages.dismiss : messages.remove;
  const retryLabel = item.status === "ready" ? messages.retryUpload : messages.retry;
  const button = (action: ItemAction, words: string, icon: ReactNode, onClick: () => void, off = false) => (
    <ItemButton action={action} label={words} disabled={disabled || off} isListed={isListed} onClick={onClick}>
      {icon}
    </ItemButton>
  );
  const shrunk = losesSmallText(item);
  return (
    <span {...dataAttributes("actions", {})}>
      {shrunk && button("keep-larger", messages.keepLarger(label), <SmallTextIcon />, () => actions.keepLarger(id))}
      {error && canRetry(error) && button("retry", retryLabel(label), <RetryIcon />, () => actions.retry(id))}
      {place !== "only" && (
        <>
          {button(
            "earlier",
            messages.moveEarlier(label),
            <EarlierIcon />,
            () => actions.step(id, -1),
            place === "first",
          )}
          {button("later", messages.moveLater(label), <LaterIcon />, () => actions.step(id, 1), place === "last")}
        </>
      )}
      {button("remove", removeLabel(label), <RemoveIcon />, () => actions.remove(id))}
    </span>
  );
}
