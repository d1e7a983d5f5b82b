import type { DocumentMode, RelocationMode } from "vision-dropzone/core";
import { APP_CAPS_BYTES } from "../state/demo-options.js";
import type { BoxChoice, DemoOptions } from "../state/demo-options.js";
import { sizeOf } from "../state/limits.js";
import { refusals } from "../state/refusals.js";
import type { RefusalId } from "../state/refusals.js";
import type { Target } from "../targets/target.js";
import { SlidersIcon } from "./icons.js";
import { Choice, Switch } from "./option-fields.js";

interface OptionsMenuProps {
  options: DemoOptions;
  target: Target;
  disabled: boolean;
  onOptions: (change: Partial<DemoOptions>) => void;
  isDark: boolean;
  onTheme: () => void;
}

const BOX_NAMES: Readonly<Record<BoxChoice, string>> = {
  strict: "1280 × 960",
  turn: "1280 × 960, or 960 × 1280 for portraits",
  endpoint: "Best for this model",
};

const BOX_HINTS: Readonly<Record<BoxChoice, string>> = {
  strict: "Portraits become 720 × 960",
  turn: "Better for phone screenshots",
  endpoint: "As large as the model sees it",
};

const RELOCATION_NAMES: Readonly<Record<RelocationMode, string>> = {
  inline: "Base64 in the request",
  files: "Uploads",
  auto: "Base64, uploads when too large",
};

const RELOCATION_HINTS: Readonly<Record<RelocationMode, string>> = {
  inline: "Sent again with every message",
  files: "Uploaded once, then referred to by a short ID",
  auto: "Uploads only as many as it takes to fit",
};

const URL_NAMES: Readonly<Record<DemoOptions["urls"], string>> = {
  fetch: "Download and shrink",
  block: "Send the link",
  auto: "Send the link where possible",
};

const URL_HINTS: Readonly<Record<DemoOptions["urls"], string>> = {
  fetch: "Treated like a file",
  block: "The API downloads it, unchanged",
  auto: "Downloads only what the API doesn't accept",
};

const DOCUMENT_NAMES: Readonly<Record<DocumentMode, string>> = {
  images: "Images of their pages",
  native: "PDF files",
  auto: "PDF where it fits, or images",
};

const DOCUMENT_HINTS: Readonly<Record<DocumentMode, string>> = {
  images: "You choose the pages",
  native: "Sent unchanged, rejected if too large",
  auto: "Images if the PDF is too large or protected",
};

const capId = (bytes: number | undefined): string => (bytes === undefined ? "none" : `${bytes} bytes`);

/** The limits to choose from, and the present one. */
function capNames(present: number | undefined): Readonly<Record<string, string>> {
  const caps = [...APP_CAPS_BYTES, present].filter((bytes) => bytes !== undefined);
  return Object.fromEntries([
    [capId(undefined), "The API's limit"],
    ...caps.map((bytes) => [capId(bytes), sizeOf(bytes)]),
  ]);
}

type RefusalChoice = RefusalId | "none";

/** The kinds of refusal that this API is known to send. */
function refusalNames({ refusals: known }: Target): Readonly<Partial<Record<RefusalChoice, string>>> {
  return Object.fromEntries([["none", "None"], ...known.map((id) => [id, refusals[id].label])]);
}

/** A native popover: Escape and a click outside close it. */
export function OptionsMenu({ options, target, disabled, onOptions, isDark, onTheme }: OptionsMenuProps) {
  const percent = Math.round(options.quality * 100);
  return (
    <>
      <button
        type="button"
        className="tool"
        popoverTarget="options"
        disabled={disabled}
        aria-label="Options"
        title="Options"
      >
        <SlidersIcon />
        <span className="tool-text">Options</span>
      </button>
      <div id="options" popover="auto" className="options" role="group" aria-label="Options">
        <Choice
          label="Maximum size"
          hint={BOX_HINTS[options.box]}
          value={options.box}
          choices={BOX_NAMES}
          onChange={(box) => onOptions({ box })}
        />
        <Choice
          label="Send images as"
          hint={target.upload ? RELOCATION_HINTS[options.relocation] : `${target.label} doesn't accept uploads`}
          value={target.upload ? options.relocation : "inline"}
          choices={RELOCATION_NAMES}
          disabled={!target.upload}
          onChange={(relocation) => onOptions({ relocation })}
        />
        <Choice
          label="Images from links"
          hint={target.endpoint.urlBlock ? URL_HINTS[options.urls] : `${target.label} doesn't accept links`}
          value={target.endpoint.urlBlock ? options.urls : "fetch"}
          choices={URL_NAMES}
          disabled={!target.endpoint.urlBlock}
          onChange={(urls) => onOptions({ urls })}
        />
        <Choice
          label="Send PDF files as"
          hint={
            target.endpoint.documents ? DOCUMENT_HINTS[options.documents] : `${target.label} doesn't accept PDF files`
          }
          value={target.endpoint.documents ? options.documents : "images"}
          choices={DOCUMENT_NAMES}
          disabled={!target.endpoint.documents}
          onChange={(documents) => onOptions({ documents })}
        />
        <label className="option option-column">
          <span className="option-text">
            <span>JPEG quality</span>
            <output>{percent}</output>
          </span>
          <input
            type="range"
            min="40"
            max="100"
            step="5"
            aria-label="JPEG quality"
            value={percent}
            onChange={(event) => onOptions({ quality: Number(event.target.value) / 100 })}
          />
        </label>
        <label className="option option-column">
          <span className="option-text">
            <span>Model</span>
          </span>
          <input
            type="text"
            data-vd-ignore-paste=""
            spellCheck={false}
            autoComplete="off"
            placeholder={target.defaultModel}
            value={options.model}
            onChange={(event) => onOptions({ model: event.target.value })}
          />
        </label>
        <Choice
          label="Limit requests to"
          hint="nginx takes 1 MB, Vercel 4.5 MB: your own server is often the strictest"
          value={capId(options.appCapBytes)}
          choices={capNames(options.appCapBytes)}
          onChange={(bytes) => onOptions({ appCapBytes: bytes === "none" ? undefined : Number.parseInt(bytes, 10) })}
        />
        <Choice
          label="Simulate an error"
          hint="See how an API error is explained"
          value={options.refusal ?? "none"}
          choices={refusalNames(target)}
          onChange={(id) => onOptions({ refusal: id === "none" ? undefined : id })}
        />
        <Switch label="Dark theme" hint="Follows the system at first" checked={isDark} onChange={onTheme} />
      </div>
    </>
  );
}
