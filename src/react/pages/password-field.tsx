/** Asks for the password of a protected file, in the file's own row. Loaded with the first such file. */
import type { KeyboardEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";
import type { RejectedItem } from "../../queue/types.js";
import { dataAttributes } from "../components/data-attributes.js";
import { hasFocus } from "../components/has-focus.js";
import { controlIn, REMOVE_BUTTON } from "../components/item-controls.js";
import { useRowContext } from "../components/row-context.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { withPageWords } from "./page-messages.js";

/** The item whose password was submitted last. Its row disappears while the file is tried. */
let givenFor: string | undefined;

/** Not a `form`, since the app may have one around it. Escape empties the field and leaves it. */
export function PasswordField({ item }: { item: RejectedItem }) {
  const { messages: given, disabled, site } = useRowContext();
  const messages = withPageWords(given);
  const actions = useRowActions();
  const inputRef = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const [password, setPassword] = useState("");
  const isWrong = item.error.code === "password-wrong";

  // After a wrong password the field gets the focus again, unless the focus has moved elsewhere.
  useEffect(() => {
    const root = site.current.latest.rootRef.current;
    const isFree = root?.ownerDocument.activeElement === root?.ownerDocument.body || (root && hasFocus(root));
    if (isWrong && givenFor === item.id && isFree) inputRef.current?.focus();
  }, [isWrong, site, item]);

  const open = () => {
    if (password === "") inputRef.current?.focus();
    else actions.retry((givenFor = item.id), { password });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget, nativeEvent } = event;
    // Delete and Backspace on a row's buttons remove the row.
    event.stopPropagation();
    if (nativeEvent.isComposing || (key !== "Enter" && key !== "Escape")) return;
    event.preventDefault();
    if (key === "Enter") return open();
    setPassword("");
    const row = currentTarget.closest("[data-vd-item]");
    if (row) controlIn(row, REMOVE_BUTTON)?.focus();
  };
  return (
    <span {...dataAttributes("password", {})}>
      <input
        {...dataAttributes("password-input", {})}
        ref={inputRef}
        type="password"
        autoComplete="off"
        aria-label={messages.passwordLabel(item.label)}
        aria-invalid={isWrong}
        aria-describedby={labelId}
        disabled={disabled}
        value={password}
        onChange={({ target }) => setPassword(target.value)}
        onKeyDown={onKeyDown}
      />
      <button {...dataAttributes("password-action", {})} type="button" disabled={disabled} onClick={open}>
        {messages.passwordOpen}
      </button>
      <span id={labelId} hidden>
        {messages.error(item.error)}
      </span>
    </span>
  );
}
