/** What the small chat apps beside this file have in common: none of it has to do with images. */
import { type ComponentType, StrictMode } from "react";
import { createRoot } from "react-dom/client";

/** The demo's stand-in for Anthropic's API: on its server, or, in the static files, in the page. */
export const ANTHROPIC_URL = `${location.origin}/anthropic`;
/** The server adds the real key, if it has one. */
export const API_KEY = "none";
export const MODEL = "claude-opus-4-8";

/** `load`: its clients must be made after `fetch` has been replaced. */
export async function openChat(load: () => Promise<ComponentType>): Promise<void> {
  if (import.meta.env.MODE === "demo") {
    const { answerInPage } = await import("../hosted/answer-in-page.js");
    answerInPage();
  }
  const root = document.querySelector("#root");
  if (!root) throw new Error("index.html has no #root");
  const Chat = await load();
  createRoot(root).render(
    <StrictMode>
      <Chat />
    </StrictMode>,
  );
}
