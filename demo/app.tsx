import { useCallback, useMemo, useReducer, useRef, useState } from "react";
import { useVisionDropzone, VisionDropzone } from "vision-dropzone";
import type { UploadFile } from "vision-dropzone/core";
import { heic } from "vision-dropzone/heic";
import { pdf } from "vision-dropzone/pdf";
import { raw } from "vision-dropzone/raw";
import { tiff } from "vision-dropzone/tiff";
import { Composer } from "./components/composer.js";
import { DropVeil } from "./components/drop-veil.js";
import { Header } from "./components/header.js";
import { MessageList } from "./components/message-list.js";
import { Samples } from "./components/samples.js";
import { SidePanel, WIDE } from "./components/side-panel.js";
import { Welcome } from "./components/welcome.js";
import type { Scene } from "./scenes/scene.js";
import {
  documentsIn,
  EMPTY_CONVERSATION,
  historyFor,
  historyOf,
  imageIdsOf,
  placesIn,
  placesTaken,
  reduceConversation,
} from "./state/conversation.js";
import { BOXES, DEFAULT_OPTIONS } from "./state/demo-options.js";
import type { DemoOptions } from "./state/demo-options.js";
import { refusalHeaders } from "./state/refusals.js";
import { subjectOf } from "./state/subject.js";
import { describeTrouble } from "./state/trouble.js";
import { useImageLog } from "./state/use-image-log.js";
import { useLiveProviders } from "./state/use-live-providers.js";
import { useRemedy } from "./state/use-remedy.js";
import { useScene } from "./state/use-scene.js";
import { onlyAimedClicks } from "./state/only-aimed-clicks.js";
import { useSend } from "./state/use-send.js";
import { useTheme } from "./state/use-theme.js";
import { useVisibleHeight } from "./state/use-visible-height.js";
import { findTarget, providerName } from "./targets/targets.js";
import { endpointFor } from "./targets/token-model.js";
import type { ContentBlock } from "./targets/target.js";

/** All decoders: each is loaded with the first file of its kind. */
const DECODERS = [heic(), tiff(), raw(), pdf()];

/** The demo: a chat as people build them, around the package's own parts. */
export function App({ scene }: { scene: Scene }) {
  const [options, setOptions] = useState<DemoOptions>({ ...DEFAULT_OPTIONS, ...scene.options });
  const [conversation, dispatch] = useReducer(reduceConversation, EMPTY_CONVERSATION);
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(scene.text ?? "");
  const [theme, turnTheme] = useTheme(scene.theme);
  const [panelOpen, setPanelOpen] = useState(() => scene.tab !== undefined || matchMedia(WIDE).matches);
  const change = (some: Partial<DemoOptions>) => setOptions((current) => ({ ...current, ...some }));
  const [log, record] = useImageLog();
  const providers = useLiveProviders();
  useVisibleHeight();

  const target = findTarget(options.targetId);
  const model = options.model || target.defaultModel;
  const endpoint = useMemo(() => endpointFor(target.endpoint, model), [target, model]);
  const history = useMemo(() => historyFor(target.endpoint, historyOf(conversation)), [target, conversation]);
  // Trimmed: an endpoint refuses a text block that is only white space.
  const draft = useMemo(() => ({ history, text: text.trim(), model }), [history, text, model]);

  // Exactly the body that will be sent, conversation included, which makes the meter exact.
  const request = useCallback((blocks: readonly ContentBlock[]) => target.body({ ...draft, blocks }), [target, draft]);
  const earlierImageCount = placesIn(target.endpoint, history);
  const { upload } = target;
  const uploadFile = useMemo<UploadFile | undefined>(
    () => upload && ((image, { signal }) => upload(image, signal)),
    [upload],
  );
  const dropzone = useVisionDropzone<ContentBlock>({
    endpoint,
    request,
    quality: options.quality,
    box: BOXES[options.box],
    earlierImageCount,
    earlierDocumentCount: documentsIn(history),
    decoders: DECODERS,
    relocation: options.relocation,
    documents: endpoint.documents ? options.documents : "images",
    urls: endpoint.urlBlock ? options.urls : "fetch",
    pasteFrom: "document",
    dropFrom: "document",
    ...(uploadFile && { uploadFile }),
    ...(options.appCapBytes !== undefined && { maxRequestBytes: options.appCapBytes }),
    onChange: ({ items }) => record(items),
  });
  const { items, status, add, addUrl } = dropzone;

  const provider = providerName(target);
  const fail = (error: unknown) => {
    const trouble = describeTrouble(error, {
      provider,
      earlierMessages: history.length,
      earlierImages: earlierImageCount,
    });
    if (trouble) dispatch({ type: "failed", trouble });
  };

  const { phase, send, stop } = useSend({
    target,
    draft,
    dropzone,
    provider,
    earlierImages: earlierImageCount,
    headers: refusalHeaders(options.refusal, target.provider),
    dispatch,
    onSent: () => setText(""),
  });
  const remedy = useRemedy({
    dropzone,
    options,
    target,
    text: draft.text,
    trouble: conversation.entries.findLast(({ kind }) => kind === "trouble"),
    onOptions: change,
    onRetry: send,
    onChanged: (images) => dispatch({ type: "changed", images }),
  });
  useScene(scene, { add, status, send, onFailure: fail });

  const fresh = conversation.entries.length === 0;
  const drafting = fresh && items.length > 0;
  const failed = conversation.entries.at(-1)?.kind === "trouble";
  const present = useMemo(
    () => new Set([...items.map(({ id }) => id), ...imageIdsOf(conversation)]),
    [items, conversation],
  );
  const [aimed] = useState(onlyAimedClicks);
  // An image that was added in the meantime is not part of it, and must be seen.
  const underWay = conversation.entries.find((entry) => entry.kind === "user" && entry.pending);
  const sentIds = new Set(underWay?.kind === "user" ? underWay.itemIds : []);
  const isMoved = phase === "sending" && underWay !== undefined && items.every(({ id }) => sentIds.has(id));
  const isFull =
    history.length > 0 &&
    items.length === 0 &&
    dropzone.estimate.level !== "ok" &&
    dropzone.estimate.imagesThatStillFit < 1;
  const restart = () => dispatch({ type: "restarted" });
  const sendable = draft.text !== "" || items.some((item) => item.status !== "rejected");

  return (
    // The whole page takes drops, and pastes wherever the focus is.
    <VisionDropzone.Root
      dropzone={dropzone}
      className="page"
      data-panel={panelOpen || undefined}
      onClickCapture={aimed}
    >
      <button type="button" className="skip" onClick={() => box.current?.focus()}>
        Write a message
      </button>
      <Header
        target={target}
        providers={providers}
        busy={phase !== "idle"}
        options={options}
        onOptions={change}
        theme={theme}
        onTheme={turnTheme}
        panelOpen={panelOpen}
        onPanel={() => setPanelOpen((open) => !open)}
        onRestart={restart}
      />
      <main className="chat" data-stage={fresh ? (drafting ? "drafting" : "fresh") : "talking"}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
        <div className="chat-scroll" tabIndex={drafting ? undefined : 0} role="region" aria-label="Chat">
          {fresh && !drafting && <Welcome />}
          <MessageList
            entries={conversation.entries}
            waiting={phase === "sending"}
            onRemedy={(chosen) => {
              remedy(chosen);
              // The button disappears with the error.
              box.current?.focus();
            }}
          />
        </div>
        <div className="chat-foot">
          {/* There is nothing between an error and the text box. */}
          {!failed && <Samples compact={!fresh || drafting} onFile={(file) => add([file])} />}
          <Composer
            box={box}
            text={text}
            onText={setText}
            target={target}
            phase={phase}
            sendable={sendable}
            over={status === "over"}
            moved={isMoved}
            full={isFull}
            onRestart={restart}
            // The list shows what is wrong with an address.
            onFiles={add}
            onUrl={addUrl}
            onSend={send}
            onStop={stop}
          />
        </div>
        <VisionDropzone.Input />
        <VisionDropzone.Status />
      </main>
      {panelOpen && (
        <SidePanel
          initialTab={scene.tab}
          target={target}
          options={options}
          subject={subjectOf({ target, draft, dropzone, relocation: options.relocation })}
          limits={{
            endpoint,
            estimate: dropzone.estimate,
            images: earlierImageCount + placesTaken(target.endpoint, items),
          }}
          log={log}
          present={present}
          onClose={() => setPanelOpen(false)}
        />
      )}
      {dropzone.isDragActive && <DropVeil drag={dropzone.pageDrag} />}
    </VisionDropzone.Root>
  );
}
