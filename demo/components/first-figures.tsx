import { useEffect, useState } from "react";
import { hasGps } from "../state/has-gps.js";
import type { LogEntry } from "../state/use-image-log.js";
import { duration, fileSize } from "./format.js";

interface FirstFiguresProps {
  /** Newest last. */
  log: readonly LogEntry[];
}

/** What was done to the latest image, in three figures; before there is one, what the figures will be. */
export function FirstFigures({ log }: FirstFiguresProps) {
  const entry = log.findLast(({ image }) => image !== undefined);
  const file = entry?.file;
  const [located, setLocated] = useState<Blob>();
  useEffect(() => {
    if (!file) return;
    let current = true;
    const look = async (): Promise<void> => {
      // A file that was deleted in the meantime is left out.
      if ((await hasGps(file).catch(() => false)) && current) setLocated(file);
    };
    void look();
    return () => {
      current = false;
    };
  }, [file]);
  const image = entry?.image;
  const figures = [
    { label: "Size", value: image && `${fileSize(image.source.bytes)} to ${fileSize(image.bytes)}` },
    { label: "Privacy", value: image && (file === located ? "GPS removed" : "Metadata removed") },
    { label: "Time", value: image && duration(image.durationMs) },
  ];
  return (
    <dl className="figures" data-empty={image === undefined || undefined} aria-label="The latest image">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
