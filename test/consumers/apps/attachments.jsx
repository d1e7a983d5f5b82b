import { useState } from "react";
import { VisionDropzone } from "vision-dropzone";
import { anthropicMessages } from "vision-dropzone/endpoints";
import "vision-dropzone/styles.css";

export function Attachments() {
  const [ready, setReady] = useState();
  return (
    <>
      <VisionDropzone endpoint={anthropicMessages} onReady={setReady} />
      {ready?.blocks.length > 0 && (
        <output data-engine={ready.images[0].engine}>{JSON.stringify(ready.blocks[0])}</output>
      )}
    </>
  );
}
