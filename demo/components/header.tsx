import type { DemoOptions } from "../state/demo-options.js";
import type { LiveProviders } from "../state/use-live-providers.js";
import type { Theme } from "../state/use-theme.js";
import type { Target } from "../targets/target.js";
import { EndpointPicker } from "./endpoint-picker.js";
import { MoonIcon, NewIcon, PanelIcon, SunIcon } from "./icons.js";
import { OptionsMenu } from "./options-menu.js";

interface HeaderProps {
  target: Target;
  providers: LiveProviders;
  busy: boolean;
  options: DemoOptions;
  onOptions: (change: Partial<DemoOptions>) => void;
  theme: Theme;
  onTheme: () => void;
  panelOpen: boolean;
  onPanel: () => void;
  onRestart: () => void;
}

export function Header(props: HeaderProps) {
  const { target, providers, busy, options, onOptions, theme, onTheme, panelOpen, onPanel, onRestart } = props;
  return (
    <header className="header">
      <div className="brand">
        <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="28" height="28" />
        <h1 className="unseen">vision-dropzone</h1>
        <span className="brand-name" aria-hidden="true">
          vision-dropzone
        </span>
      </div>
      <EndpointPicker
        target={target}
        providers={providers}
        disabled={busy}
        onTarget={(targetId) => onOptions({ targetId, model: "", refusal: undefined })}
      />
      <div className="tools">
        <button
          type="button"
          className="tool"
          onClick={onRestart}
          disabled={busy}
          aria-label="New chat"
          title="New chat"
        >
          <NewIcon />
          <span className="tool-text">New</span>
        </button>
        <OptionsMenu
          options={options}
          target={target}
          disabled={busy}
          onOptions={onOptions}
          isDark={theme === "dark"}
          onTheme={onTheme}
        />
        <button
          type="button"
          className="tool theme-button"
          aria-pressed={theme === "dark"}
          aria-label="Dark theme"
          title="Dark theme"
          onClick={onTheme}
        >
          {theme === "dark" ? <SunIcon /> : <MoonIcon />}
        </button>
        <button
          type="button"
          className="tool"
          aria-expanded={panelOpen}
          aria-controls="panel"
          aria-label="Inspect"
          title="Show what is sent"
          onClick={onPanel}
        >
          <PanelIcon />
          <span className="tool-text">Inspect</span>
        </button>
      </div>
    </header>
  );
}
