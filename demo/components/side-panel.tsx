import { useState } from "react";
import type { LogEntry } from "../state/use-image-log.js";
import { BlocksTab } from "./blocks-tab.js";
import type { Subject } from "./blocks-tab.js";
import { CompareTab } from "./compare-tab.js";
import { CloseIcon } from "./icons.js";
import { LimitsTab } from "./limits-tab.js";
import type { LimitsSubject } from "./limits-tab.js";
import { LogTab } from "./log-tab.js";
import { Tabs } from "./tabs.js";

export type PanelTab = "blocks" | "compare" | "limits" | "log";

interface SidePanelProps {
  initialTab?: PanelTab | undefined;
  subject: Subject | undefined;
  limits: LimitsSubject;
  log: readonly LogEntry[];
  /** Ids of the images that are in the draft or were sent. */
  present: ReadonlySet<string>;
  onClose: () => void;
}

/** What is sent, what it looked like, what was done. Beside the chat, or over it where there is no room. */
export function SidePanel({ initialTab = "compare", subject, limits, log, present, onClose }: SidePanelProps) {
  const [tab, setTab] = useState<PanelTab>(initialTab);
  const tabs = [
    { id: "compare", label: "Before / after" },
    { id: "blocks", label: "Blocks", badge: subject?.blocks.length ?? 0 },
    { id: "limits", label: "Limits" },
    { id: "log", label: "Log", badge: log.length },
  ] as const;
  return (
    <aside id="panel" className="panel" aria-label="What is sent">
      <button type="button" className="tool panel-close" aria-label="Close the panel" onClick={onClose}>
        <CloseIcon />
      </button>
      <Tabs label="What is sent" tabs={tabs} selected={tab} onSelect={setTab}>
        {tab === "blocks" && <BlocksTab subject={subject} />}
        {tab === "compare" && <CompareTab log={log} present={present} />}
        {tab === "limits" && <LimitsTab {...limits} />}
        {tab === "log" && <LogTab log={log} />}
      </Tabs>
    </aside>
  );
}
