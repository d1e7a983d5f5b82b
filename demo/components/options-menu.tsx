import { APP_CAP_BYTES, LOWERED_CAP_BYTES } from "../state/demo-options.js";
import type { DemoOptions } from "../state/demo-options.js";
import type { Target } from "../targets/target.js";
import { SlidersIcon } from "./icons.js";

interface OptionsMenuProps {
  options: DemoOptions;
  target: Target;
  disabled: boolean;
  onOptions: (change: Partial<DemoOptions>) => void;
}

interface SwitchProps {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Switch({ label, hint, checked, onChange }: SwitchProps) {
  return (
    <label className="option">
      <span className="option-text">
        <span>{label}</span>
        <span className="option-hint">{hint}</span>
      </span>
      <input type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    </label>
  );
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
        <Switch
          label="Turn the box with the picture"
          hint="A portrait then fits 960x1280: better for phone screenshots"
          checked={options.turn}
          onChange={(turn) => onOptions({ turn })}
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
        <Switch
          label="My backend takes at most 4.5 MB"
          hint="The app's own wall is often the smallest: the meter then counts against it"
          checked={options.appCapBytes !== undefined}
          onChange={(on) => onOptions({ appCapBytes: on ? APP_CAP_BYTES : undefined })}
        />
        <Switch
          label="Endpoint refuses above 100 kB"
          hint="The local one, behind the meter's back: to see a real 413 explained"
          checked={options.endpointCapBytes !== undefined}
          onChange={(on) => onOptions({ endpointCapBytes: on ? LOWERED_CAP_BYTES : undefined })}
        />
        <label className="option option-column">
          <span className="option-text">
            <span>Model</span>
          </span>
          <input
            type="text"
            spellCheck={false}
            autoComplete="off"
            placeholder={target.defaultModel}
            value={options.model}
            onChange={(event) => onOptions({ model: event.target.value })}
          />
        </label>
      </div>
    </>
  );
}
