/**
 * A composer for apps with shadcn/ui, to copy into `components/`. It needs `npm install vision-dropzone`, Tailwind CSS, `cn` and shadcn/ui's
 * Button, and no stylesheet of ours. Images are dropped on it, pasted, or chosen; keys, focus and announcements are those of the parts.
 */
"use client";

import { type ComponentProps, type FormEvent, type KeyboardEvent, useState } from "react";
import { ImageError, type ReadyRequest, type VisionDropzoneState } from "vision-dropzone";
import * as Vision from "vision-dropzone/parts";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";

interface VisionComposerProps<Block> extends Omit<ComponentProps<"form">, "onSubmit"> {
  /** Of `useVisionDropzone`. */
  dropzone: VisionDropzoneState<Block>;
  text: string;
  onTextChange: (text: string) => void;
  /** Sends the message. The images leave when it resolves; where it rejects, the reason is shown and nothing is lost. */
  onSend: (ready: ReadyRequest<Block>) => Promise<void>;
}

export function VisionComposer<Block>({
  dropzone,
  text,
  onTextChange,
  onSend,
  className,
  ...props
}: VisionComposerProps<Block>) {
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const isEmpty = text.trim() === "" && dropzone.status === "empty";

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isSending || isEmpty) return;
    setProblem("");
    setSending(true);
    try {
      // Waits for images that are being prepared.
      const ready = await dropzone.whenReady();
      await onSend(ready);
      dropzone.removeSent(ready);
    } catch (error) {
      setProblem(error instanceof ImageError ? dropzone.messages.error(error) : String(error));
    } finally {
      setSending(false);
    }
  }

  function sendByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key !== "Enter" || event.shiftKey || event.repeat || event.nativeEvent.isComposing) return;
    // On a touch keyboard Enter is the only way to a new line.
    if (matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }

  return (
    <Vision.Root
      dropzone={dropzone}
      // The preview is drawn by our stylesheet: with it, this line may go.
      preview={false}
      render={<form {...props} onSubmit={(event) => void send(event)} />}
      className={cn(
        "flex flex-col gap-2 rounded-xl border border-input bg-background p-2 text-foreground shadow-xs",
        "focus-within:border-ring data-drag-active:border-ring data-drag-active:ring-3 data-drag-active:ring-ring/50",
        // After a removal: what was removed, and Undo.
        "[&_[data-vd-undo]]:px-1 [&_[data-vd-undo]]:text-sm [&_[data-vd-undo]]:text-muted-foreground",
        "[&_[data-vd-undo-action]]:font-medium [&_[data-vd-undo-action]]:text-foreground [&_[data-vd-undo-action]]:underline",
        className,
      )}
    >
      <Vision.List
        layout="rows"
        className="flex max-h-60 flex-wrap gap-2 overflow-y-auto p-1 data-reordering:cursor-grabbing [&~button]:sr-only [&~button]:focus-visible:not-sr-only"
      >
        {(item) => (
          <Vision.Item
            item={item}
            className="group relative flex w-full flex-wrap items-center gap-2 rounded-lg border border-border bg-card p-1.5 pe-9 text-sm text-card-foreground data-[status=rejected]:border-destructive sm:w-64"
          >
            <Vision.Thumbnail className="grid size-[40px] shrink-0 place-items-center overflow-hidden rounded-md bg-muted text-muted-foreground [&_img]:size-full [&_img]:object-cover [&_svg]:size-5 [&_img+svg]:hidden" />
            <span className="grid min-w-0 grow basis-32 grid-cols-1">
              <Vision.Name className="truncate font-medium" />
              <Vision.Detail className="text-xs text-muted-foreground group-data-[status=rejected]:text-destructive" />
            </span>
            <Vision.Progress className="absolute inset-x-2 bottom-0 h-0.5 animate-pulse rounded-full bg-primary motion-reduce:animate-none" />
            <Vision.Remove
              render={
                <Button variant="ghost" size="icon" className="absolute end-1 top-1 size-7 text-muted-foreground" />
              }
            />
          </Vision.Item>
        )}
      </Vision.List>
      <textarea
        aria-label="Message"
        placeholder="Ask about your images…"
        rows={2}
        value={text}
        readOnly={isSending}
        onChange={(event) => onTextChange(event.target.value)}
        onKeyDown={sendByEnter}
        className="field-sizing-content max-h-48 min-h-14 w-full resize-none rounded-md bg-transparent px-2 py-1 text-base outline-none placeholder:text-muted-foreground md:text-sm"
      />
      {problem !== "" && (
        <p role="alert" className="px-2 text-sm text-destructive">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Vision.Area compact render={<Button variant="ghost" size="sm" />} />
        <Vision.Meter
          details="never"
          className={cn(
            "min-w-0 grow basis-28 text-xs text-muted-foreground data-[level=over]:text-destructive",
            "[&_[data-vd-meter-track]]:flex [&_[data-vd-meter-track]]:h-1 [&_[data-vd-meter-track]]:overflow-hidden [&_[data-vd-meter-track]]:rounded-full [&_[data-vd-meter-track]]:bg-muted",
            "[&_[data-vd-meter-segment]]:bg-primary data-[level=over]:[&_[data-vd-meter-segment]]:bg-destructive",
            "[&_[data-vd-meter-action]]:me-3 [&_[data-vd-meter-action]]:underline",
          )}
        />
        <Button type="submit" size="sm" aria-disabled={isSending} disabled={isEmpty && !isSending} className="ms-auto">
          {isSending ? "Sending…" : "Send"}
        </Button>
      </div>
      <Vision.Input />
      <Vision.Status className="data-shown:px-2 data-shown:text-sm" />
    </Vision.Root>
  );
}
