import type { RelocationMode } from "vision-dropzone/core";
import { APP_CAP_BYTES } from "../state/demo-options.js";
import type { BoxChoice, DemoOptions } from "../state/demo-options.js";
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
}

const BOX_NAMES: Readonly<Record<BoxChoice, string>> = {
  strict: "1280x960, strict",
  turn: "Turned with the picture",
  endpoint: "What the model keeps",
};

const BOX_HINTS: Readonly<Record<BoxChoice, string>> = {
  strict: "A portrait becomes 720x960, as with Pillow's thumbnail",
  turn: "A portrait then fits 960x1280: better for phone screenshots",
  endpoint: "No larger than the provider leaves alone: 1280x952 for Claude before 4.7",
};

const RELOCATION_NAMES: Readonly<Record<RelocationMode, string>> = {
  inline: "Inline, as base64",
  files: "Through the Files API",
  auto: "Inline while they fit",
};

const RELOCATION_HINTS: Readonly<Record<RelocationMode, string>> = {
  inline: "Every turn carries every image again",
  files: "Uploaded once; the request names them in a few bytes",
  auto: "The fewest images are uploaded that make the request fit",
};

const URL_NAMES: Readonly<Record<DemoOptions["urls"], string>> = {
  fetch: "Fetched here",
  block: "By address",
  auto: "By address where it will do",
};

const URL_HINTS: Readonly<Record<DemoOptions["urls"], string>> = {
  fetch: "Downloaded by this page and prepared like a file",
  block: "The provider downloads it as it is: nothing is downsized or cut out",
  auto: "Fetched here only where the endpoint would not take it as it is",
};

type RefusalChoice = RefusalId | "none";

/** The kinds this API is known to answer with. */
function refusalNames({ refusals: known }: Target): Readonly<Partial<Record<RefusalChoice, string>>> {
  return Object.fromEntries([["none", "By its own rules"], ...known.map((id) => [id, refusals[id].label])]);
}

/** A popover of the browser's own: Escape and a click beside it close it. */
export function OptionsMenu({ options, target, disabled, onOptions }: OptionsMenuProps) {
  const percent = Math.round(options.quality * 100);
  return (
    <>
      <button type="button" className="tool" popoverTarget="options" disabled={disabled} title="Options">
        <SlidersIcon />
        <span className="tool-text">Options</span>
      </button>
      <div id="options" popover="auto" className="options" role="group" aria-label="Options">
        <Choice
          label="Box"
          hint={BOX_HINTS[options.box]}
          value={options.box}
          choices={BOX_NAMES}
          onChange={(box) => onOptions({ box })}
        />
        <Choice
          label="Images go"
          hint={target.upload ? RELOCATION_HINTS[options.relocation] : `${target.label} takes no file ids here: inline`}
          value={target.upload ? options.relocation : "inline"}
          choices={RELOCATION_NAMES}
          disabled={!target.upload}
          onChange={(relocation) => onOptions({ relocation })}
        />
        <Choice
          label="Images by URL"
          hint={target.endpoint.urlBlock ? URL_HINTS[options.urls] : `${target.label} takes no addresses: fetched here`}
          value={target.endpoint.urlBlock ? options.urls : "fetch"}
          choices={URL_NAMES}
          disabled={!target.endpoint.urlBlock}
          onChange={(urls) => onOptions({ urls })}
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
        <Switch
          label="My backend takes at most 4.5 MB"
          hint="The app's own wall is often the smallest: the meter then counts against it"
          checked={options.appCapBytes !== undefined}
          onChange={(on) => onOptions({ appCapBytes: on ? APP_CAP_BYTES : undefined })}
        />
        <Choice
          label="Endpoint refuses"
          hint="The local one, behind the meter's back: to see the API's error explained"
          value={options.refusal ?? "none"}
          choices={refusalNames(target)}
          onChange={(id) => onOptions({ refusal: id === "none" ? undefined : id })}
        />
      </div>
    </>
  );
}
