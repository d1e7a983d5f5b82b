import { useEffect, useRef, useState } from "react";
import type { QueueStatus } from "vision-dropzone/core";
import type { Scene } from "../scenes/scene.js";
import { loadSceneFile } from "../scenes/load-scene-file.js";

interface ScenePlay {
  add: (files: readonly File[]) => void;
  status: QueueStatus;
  send: () => void;
  onFailure: (error: unknown) => void;
}

/** Plays a scene once: loads its samples and, if it says so, presses Send when they are ready. */
export function useScene(scene: Scene, { add, status, send, onFailure }: ScenePlay): void {
  const started = useRef(false);
  const [toSend, setToSend] = useState(false);

  useEffect(() => {
    if (scene.direction) document.documentElement.dir = scene.direction;
    if (started.current || !scene.samples) return;
    started.current = true;
    Promise.all(scene.samples.map(loadSceneFile)).then((files) => {
      add(files);
      setToSend(scene.send === true);
    }, onFailure);
  }, [scene, add, onFailure]);

  useEffect(() => {
    if (!toSend || status !== "ready") return;
    setToSend(false);
    send();
  }, [toSend, status, send]);
}
