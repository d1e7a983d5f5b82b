import type { LiveProviders } from "../state/use-live-providers.js";
import { targetGroups } from "../targets/targets.js";
import type { Target } from "../targets/target.js";

interface EndpointPickerProps {
  target: Target;
  providers: LiveProviders;
  disabled: boolean;
  onTarget: (id: string) => void;
}

/** Who will answer: this demo's own server, or through it the real API. */
function Where({ target, providers }: Pick<EndpointPickerProps, "target" | "providers">) {
  if (providers.status === "asking") return null;
  if (providers.status === "unreachable") {
    return (
      <span className="where" data-where="nobody" title="Start the demo with npm start to send messages">
        Offline demo
      </span>
    );
  }
  const live = providers.live.includes(target.provider);
  return live ? (
    <span className="where" data-where="live" title="Messages go to the real API, with the server's key">
      Live API
    </span>
  ) : (
    <span className="where" title="Answered on this computer, with the API's real limits">
      Simulated
    </span>
  );
}

/** A native select, which every device knows how to open. */
export function EndpointPicker({ target, providers, disabled, onTarget }: EndpointPickerProps) {
  return (
    <div className="picker">
      <label htmlFor="endpoint">Endpoint</label>
      <select
        className="select"
        id="endpoint"
        aria-label="Endpoint"
        value={target.id}
        disabled={disabled}
        onChange={(event) => onTarget(event.target.value)}
      >
        {targetGroups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.targets.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Where target={target} providers={providers} />
    </div>
  );
}
