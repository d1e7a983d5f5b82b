import { useState } from "react";

interface UrlFieldProps {
  onUrl: (url: string) => void;
  onClose: () => void;
}

/** A field for an image's address. Not a form, since it is inside the composer's. */
export function UrlField({ onUrl, onClose }: UrlFieldProps) {
  const [url, setUrl] = useState("");
  const add = (): void => {
    if (url.trim() === "") return;
    onUrl(url.trim());
    onClose();
  };
  return (
    <div className="url-field">
      <input
        type="url"
        aria-label="Link to an image"
        placeholder="Paste a link to an image"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears because the person asked for it
        autoFocus
        spellCheck={false}
        autoComplete="off"
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key !== "Enter") return;
          // Enter in the composer's form would send the message.
          event.preventDefault();
          add();
        }}
      />
      <button type="button" className="tool url-add" onClick={add}>
        Add
      </button>
    </div>
  );
}
