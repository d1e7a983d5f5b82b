import { useState } from "react";
import type { LogEntry } from "../state/use-image-log.js";
import { BlocksTab } from "./blocks-tab.js";
import type { Subject } from "./blocks-tab.js";
import { CompareTab } from "./compare-tab.js";
import { CloseIcon } from "./icons.js";
import { LogTab } from "./log-tab.js";
import { Tabs } from "./tabs.js";

type TabId = "blocks" | "compare" | "log";

interface SidePanelProps {
  subject: Subject | undefined;
  log: readonly LogEntry[];
  onClose: () => void;
}

/** What is sent, what it looked like, what was done. Beside the chat, or over it where there is no room. */
export function SidePanel({ subject, log, onClose }: SidePanelProps) {
  const [tab, setTab] = useState<TabId>("compare");
  const tabs = [
    { id: "compare", label: "Before / after" },
    { id: "blocks", label: "Blocks", badge: subject?.blocks.length ?? 0 },
    { id: "log", label: "Log", badge: log.length },
  ] as const;
  return (
    <aside id="panel" className="panel" aria-label="What is sent">
      <button type="button" className="tool panel-close" aria-label="Close the panel" onClick={onClose}>
        <CloseIcon />
      </button>
      <Tabs label="What is sent" tabs={tabs} selected={tab} onSelect={setTab}>
        {tab === "blocks" && <BlocksTab subject={subject} />}
        {tab === "compare" && <CompareTab log={log} />}
        {tab === "log" && <LogTab log={log} />}
      </Tabs>
    </aside>
  );
}
