import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { DemoOptions } from "../state/demo-options.js";
import type { LogEntry } from "../state/use-image-log.js";
import { useMedia } from "../state/use-media.js";
import type { Target } from "../targets/target.js";
import { BlocksTab } from "./blocks-tab.js";
import type { Subject } from "./blocks-tab.js";
import { CodeTab } from "./code-tab.js";
import { CompareTab } from "./compare-tab.js";
import { CloseIcon } from "./icons.js";
import { LimitsTab } from "./limits-tab.js";
import type { LimitsSubject } from "./limits-tab.js";
import { LogTab } from "./log-tab.js";
import { Tabs } from "./tabs.js";

export type PanelTab = "code" | "blocks" | "compare" | "limits" | "log";

/** Where the panel has a column of its own. */
export const WIDE = "(min-width: 1000px)";

const NAME = "What is sent";

interface SidePanelProps {
  initialTab?: PanelTab | undefined;
  target: Target;
  options: DemoOptions;
  subject: Subject | undefined;
  limits: LimitsSubject;
  log: readonly LogEntry[];
  /** Ids of the images that are in the draft or were sent. */
  present: ReadonlySet<string>;
  onClose: () => void;
}

/** Over the page it is a native dialog, which keeps the focus, closes on Escape and returns the focus. */
function PanelDialog({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Not closed on unmount: the element disappears anyway, and `close` would be taken for a person's wish to close it.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog id="panel" className="panel" aria-label={NAME} ref={dialog} onClose={onClose}>
      <button
        type="button"
        className="tool panel-close"
        aria-label="Close"
        title="Close"
        onClick={() => dialog.current?.close()}
      >
        <CloseIcon />
      </button>
      {children}
    </dialog>
  );
}

/** The code, the request, the comparison and the log. Beside the chat, or over it if there is no room. */
export function SidePanel(props: SidePanelProps) {
  const { initialTab = "code", target, options, subject, limits, log, present, onClose } = props;
  const [tab, setTab] = useState<PanelTab>(initialTab);
  const wide = useMedia(WIDE);
  const tabs = [
    { id: "code", label: "Code" },
    { id: "compare", label: "Compare" },
    { id: "blocks", label: "Request", badge: subject?.blocks.length ?? 0 },
    { id: "limits", label: "Limits" },
    { id: "log", label: "Log", badge: log.length },
  ] as const;
  const content = (
    <Tabs label={NAME} tabs={tabs} selected={tab} onSelect={setTab}>
      {tab === "code" && <CodeTab target={target} options={options} log={log} />}
      {tab === "blocks" && <BlocksTab subject={subject} />}
      {tab === "compare" && <CompareTab log={log} present={present} />}
      {tab === "limits" && <LimitsTab {...limits} />}
      {tab === "log" && <LogTab log={log} />}
    </Tabs>
  );
  return wide ? (
    <aside id="panel" className="panel" aria-label={NAME}>
      {content}
    </aside>
  ) : (
    <PanelDialog onClose={onClose}>{content}</PanelDialog>
  );
}
