import { useRef } from "react";
import type { RequestEstimate } from "../../meter/types.js";
import type { Fitting, ImageItem } from "../../queue/types.js";
import type { DropzoneMessages } from "../text/messages.js";
import { areaIn } from "./area-in.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { hasFocus } from "./has-focus.js";
import { useRowContext } from "./row-context.js";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { areNamed, labelOf } from "../text/item-label.js";

/** Buttons that shrink or remove images, or undo the shrinking. */
export function MeterActions() {
  const { dropzone, messages } = useDropzoneContext();
  const { estimate, fitting, status } = dropzone;
  const { site } = useRowContext();
  const actions = useRowActions();
  const isOver = status === "over";
  const group = useRef<HTMLDivElement>(null);
  const count = isOver ? surplusOf(estimate) : 0;
  const last = count > 0 ? dropzone.items.filter(isSent).slice(-count) : [];
  const canShrink =
    last.length > 0 && fitting.status !== "impossible" && estimate.advice.some(({ code }) => code === "shrink");

  // Where everything fits, the group disappears itself. The effect's end runs before that.
  useIsomorphicLayoutEffect(() => {
    const element = group.current;
    return () => {
      if (element && hasFocus(element)) areaIn(site.current.latest.rootRef.current)?.focus();
    };
  }, [site]);

  /** The pressed button will disappear with its focus, while the group stays. */
  const press = (act: () => void) => () => {
    group.current?.focus();
    act();
  };
  return (
    <div
      ref={group}
      {...dataAttributes("meter-actions", {})}
      role="group"
      aria-label={messages.meterActions}
      tabIndex={-1}
    >
      {fitting.status === "shrinking" && <span>{messages.shrinking}</span>}
      {isOver && fitting.status === "impossible" && (
        <span>{messages.cannotShrink(fitting.missingBytes, fitting.unreadableCount ?? 0)}</span>
      )}
      {!isOver && fitting.status === "shrunk" && (
        <>
          <span>{messages.shrunk(fitting.imageCount)}</span>
          <MeterAction onPress={press(dropzone.undoShrink)}>{messages.undo}</MeterAction>
        </>
      )}
      {canShrink && <MeterAction onPress={press(dropzone.shrinkToFit)}>{shrinkText(fitting, messages)}</MeterAction>}
      {last.length > 0 && (
        <MeterAction onPress={() => actions.removeEach(last)}>{removeText(last, messages)}</MeterAction>
      )}
    </div>
  );
}

function MeterAction({ onPress, children }: { onPress: () => void; children: string }) {
  const { disabled } = useRowContext();
  return (
    <button type="button" {...dataAttributes("meter-action", {})} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}

function shrinkText(fitting: Fitting, { shrinkToFit, shrinkToFitBy }: DropzoneMessages): string {
  const offer = "offer" in fitting ? fitting.offer : undefined;
  return offer && offer.savedBytes > 0 ? shrinkToFitBy(offer.imageCount, offer.savedBytes) : shrinkToFit;
}

function removeText(last: readonly ImageItem[], messages: DropzoneMessages): string {
  return areNamed(last)
    ? messages.remove(last.map((item) => labelOf(item, messages)).join(", "))
    : messages.removeLast(last.length);
}

const isSent = ({ status }: ImageItem) => status !== "rejected";

/** For too many images, the number to remove is known. For images that are too large, only removing one will tell. */
function surplusOf({ advice }: RequestEstimate): number {
  return advice.reduce((most, one) => (one.code === "fewer-images" ? Math.max(most, one.images) : most), 1);
}
