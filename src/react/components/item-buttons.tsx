import type { MouseEvent, ReactNode } from "react";
import { useContext } from "react";
import type { ImageItem } from "../../queue/types.js";
import type { ItemMenuState } from "../hooks/use-item-menu.js";
import { menuWords } from "../menu/menu-messages.js";
import { canRetry, errorOf } from "./can-retry.js";
import type { ItemAction } from "./data-attributes.js";
import { dataAttributes } from "./data-attributes.js";
import { EarlierIcon, LaterIcon, MoreIcon, RemoveIcon, RetryIcon, SmallTextIcon, SplitIcon } from "./icons.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { labelOf } from "../text/item-label.js";
import { losesSmallText, needsPieces } from "../text/small-text.js";
import { ListLayoutContext } from "./list-layout.js";
import { useRowContext } from "./row-context.js";
import { type RowPlace, RowPlaceContext, usePlaceByLookup } from "./row-place.js";

interface ItemButtonProps {
  action: ItemAction;
  label: string;
  disabled: boolean;
  /** In a list, which is one Tab stop: arrows move from button to button. */
  isListed: boolean;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  /** For a button that opens a menu: whether it is open. */
  expanded?: boolean;
  children: ReactNode;
}

/** An icon button. Its name is read by screen readers, and shown on hover. */
export function ItemButton({ action, label, disabled, isListed, onClick, expanded, children }: ItemButtonProps) {
  return (
    <button
      {...dataAttributes("action", { action })}
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      {...(isListed && { tabIndex: -1 })}
      {...(expanded !== undefined && { "aria-haspopup": "menu", "aria-expanded": expanded })}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface ItemButtonsProps {
  item: ImageItem;
  menu: ItemMenuState;
}

/** The buttons of one item: retry if it makes sense, up and down if there is more than one, its menu, remove. */
export function ItemButtons(props: ItemButtonsProps) {
  const place = useContext(RowPlaceContext);
  return place ? <PlacedButtons {...props} place={place} isListed /> : <LookedUpButtons {...props} />;
}

function LookedUpButtons(props: ItemButtonsProps) {
  return <PlacedButtons {...props} place={usePlaceByLookup(props.item)} isListed={false} />;
}

interface PlacedButtonsProps extends ItemButtonsProps {
  place: RowPlace;
  isListed: boolean;
}

export function PlacedButtons({ item, menu, place, isListed }: PlacedButtonsProps) {
  const { messages, disabled } = useRowContext();
  const actions = useRowActions();
  const { id } = item;
  const label = labelOf(item, messages);
  const isTile = useContext(ListLayoutContext) === "tiles";
  const error = errorOf(item);
  const removeLabel = item.status === "rejected" ? messages.dismiss : messages.remove;
  const retryLabel = item.status === "ready" ? messages.retryUpload : messages.retry;
  const button = (action: ItemAction, words: string, icon: ReactNode, onClick: () => void, off = false) => (
    <ItemButton action={action} label={words} disabled={disabled || off} isListed={isListed} onClick={onClick}>
      {icon}
    </ItemButton>
  );
  const isTooTall = needsPieces(item);
  // A tile has room for one of the two, and cutting into pieces is the more useful one.
  const mayBeLarger = losesSmallText(item) && item.options?.preset === undefined && !(isTooTall && isTile);
  return (
    <span {...dataAttributes("actions", {})}>
      {isTooTall && button("split", messages.split(label), <SplitIcon />, () => actions.split(id))}
      {mayBeLarger &&
        button("keep-larger", messages.keepLarger(label), <SmallTextIcon />, () => actions.keepLarger(id))}
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
      {menu.isOffered && (
        <ItemButton
          action="menu"
          label={menuWords(messages).itemMenu(label)}
          disabled={disabled}
          isListed={isListed}
          expanded={menu.isOpen}
          onClick={({ currentTarget }) => menu.openAt(currentTarget)}
        >
          <MoreIcon />
        </ItemButton>
      )}
      {button("remove", removeLabel(label), <RemoveIcon />, () => actions.remove(id))}
    </span>
  );
}
